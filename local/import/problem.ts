/** Where something stands in a file. Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  /** In CSV the number of the column, in JSON the number of the character in its line. */
  readonly column: number;
  /** The CSV column's name, or the path in JSON such as `metrics.hoursSaved`. Absent when the place is not one field. */
  readonly field?: string;
}

/** What is wrong at a place, in words for the person who wrote the file. */
export interface Problem extends Place {
  readonly reason: string;
}

export type Path = readonly PropertyKey[];

/** One row of a file. */
export interface Row<T = unknown> {
  readonly value: T;
  /** Where the value at this path stands; where it should stand, when it is missing. */
  readonly place: (path: Path) => Place;
}

/** What was found in a file, its rows not yet checked. */
export interface FoundRows {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** The rows that passed every check, and what is wrong with the others. */
export interface Checked<T> {
  readonly good: readonly Row<T>[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

export const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
