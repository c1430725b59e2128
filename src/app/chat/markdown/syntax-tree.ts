/** What stands in a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** Never loaded: it would tell its server that, and from where, it is looked at. */
  | { readonly kind: 'image'; readonly href: string; readonly text: string };

/** An item of a list; `number` in one that is ordered, `isDone` where it has a box to tick. */
export interface Item {
  readonly children: readonly Block[];
  readonly number?: number;
  readonly isDone?: boolean;
}

/** How a column of a table is set; null where the text does not say. */
export type Alignment = 'left' | 'center' | 'right' | null;

/** What stands by itself. */
export type Block =
  | { readonly kind: 'paragraph' | 'line'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly Item[] }
  | {
      readonly kind: 'table';
      readonly alignments: readonly Alignment[];
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'rule' };
