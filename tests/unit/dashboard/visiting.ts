import { dashboard } from '#functions/dashboard/dashboard.ts';
import { httpApp } from '#shared/runtime/http.ts';
import type { World } from '#tests/fixtures/world.ts';

/** A page as the operator gets it: the answer, its HTML, and what a person reads in it. */
export async function visit(here: World, path: string) {
  const response = await httpApp([dashboard], here).request(path);
  const html = await response.text();
  return { status: response.status, headers: response.headers, html, text: readable(html), rows: rowsOf(html) };
}

/** The text of each row of each table. */
const rowsOf = (html: string): string[] =>
  html
    .split('<tr')
    .slice(1)
    .map((row) => readable(`<tr${row.split('</tr>')[0]}`));

const readable = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (entity) => characters[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
