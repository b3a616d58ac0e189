/** How many dead letters a function had, and what became of them. */
export interface Redriven {
  readonly functionName: string;
  readonly letters: number;
}

/** Dead letters, back to where they can be handled. */
export interface Redrive {
  /** Functions that may have any. */
  readonly functionNames: readonly string[];
  /** Puts all letters of a function back; handling one twice is harmless. `drop` removes them instead. */
  of(functionName: string, options: { readonly drop: boolean }): Promise<Redriven>;
}
