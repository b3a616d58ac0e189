import { afterSpace, endOfValue, JsonBreak, type Member, members } from './json-text.ts';
import type { FoundRows, Path, Place } from './problem.ts';

/** The rows of a JSON text: the elements of its one array. */
export function jsonRows(text: string): FoundRows {
  const start = afterSpace(text, 0);
  try {
    const rows: unknown = JSON.parse(text);
    if (!Array.isArray(rows))
      return refuse(text, start, 'expected an array: "[" before the first row, "]" after the last');
    const offsets = [...members(text, start)].map(({ at }) => at);
    const lines = lineStarts(text);
    return {
      rows: rows.map((value, index) => ({
        value,
        place: (path) => placeOf(text, lines, offsets[index] ?? start, path),
      })),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { offset, message } = firstBreak(text, start);
    return refuse(text, offset, message);
  }
}

/** Where JSON.parse found the text broken; its own messages often do not say. */
function firstBreak(text: string, start: number): JsonBreak {
  try {
    const end = afterSpace(text, endOfValue(text, start));
    return new JsonBreak(end, 'not JSON: expected nothing after the end of the array');
  } catch (error) {
    if (error instanceof JsonBreak) return error;
    throw error;
  }
}

const refuse = (text: string, offset: number, reason: string): FoundRows => ({
  rows: [],
  problems: [{ ...positionOf(lineStarts(text), offset), reason }],
});

/** The value at a path below the row that begins at `at`, or the deepest thing around it that is there. */
function placeOf(text: string, lines: readonly number[], at: number, path: Path): Place {
  let found = at;
  for (const key of path) {
    const inside = text[found] === '{' || text[found] === '[' ? memberOf(text, found, key) : undefined;
    if (!inside) break;
    found = inside.at;
  }
  return { ...positionOf(lines, found), ...(path.length > 0 ? { field: path.map(String).join('.') } : {}) };
}

/** Of members with the same name the last one counts, as in JSON.parse. */
const memberOf = (text: string, at: number, key: PropertyKey): Member | undefined =>
  [...members(text, at)].findLast((member) => member.key === key);

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function positionOf(lines: readonly number[], offset: number): Place {
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}
