import type { Work } from './collect-works.ts';

/** Works that stand side by side. */
export interface WorkRow {
  /** Where it stands among the rows: its works change as others come, and it stays. */
  readonly id: string;
  /** How many works stand before it. */
  readonly before: number;
  readonly works: readonly Work[];
}

/** Deals works into rows of so many; none where nobody knows yet how many fit. */
export function rowsOf(works: readonly Work[], columns: number): readonly WorkRow[] {
  if (columns === 0) return [];
  return Array.from({ length: Math.ceil(works.length / columns) }, (_, row) => {
    const before = row * columns;
    return { id: String(row), before, works: works.slice(before, before + columns) };
  });
}
