import { DestroyRef, Directive, DOCUMENT, ElementRef, inject, input } from '@angular/core';

import type { Turn } from '../../conversation-model/turn.ts';
import { injectText } from '../../language/text.ts';
import type { TextSource } from '../../language/texts.ts';
import { textRuns } from './text-runs.ts';
import { turnText } from './turn-text.ts';

/** Where an end of a selection is: within a row, or before or after all of them. */
type Edge = { readonly index: number; readonly row: Element } | null;

/**
 * Copies what is selected in the conversation, also where most of it is not in the page: the list mounts only what is
 * about the visible part. Ctrl+A selects the conversation, and not what stands around it.
 */
@Directive({ selector: '[kittenCopyTurns]', host: { '(keydown)': 'selectAll($event)' } })
export class CopyTurns {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private readonly text = injectText();

  /** All of them, in order. */
  readonly turns = input.required<readonly Turn[]>({ alias: 'kittenCopyTurns' });

  constructor() {
    const controller = new AbortController();
    this.document.addEventListener('copy', (event) => this.copy(event), { signal: controller.signal });
    inject(DestroyRef).onDestroy(() => controller.abort());
  }

  protected selectAll(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const isWanted = key.toLowerCase() === 'a' && ctrlKey !== metaKey && !altKey && !shiftKey;
    const list = this.element.querySelector('[role=list]');
    if (!isWanted || list === null || (target instanceof Element && target.matches('input, textarea'))) return;
    event.preventDefault();
    const range = this.document.createRange();
    // The list and not its rows: those that come into sight are selected too.
    range.selectNode(list);
    const selection = this.document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  private copy(event: ClipboardEvent): void {
    const selection = this.document.getSelection();
    const isField = event.target instanceof Element && event.target.matches('input, textarea');
    if (event.defaultPrevented || isField || selection === null || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.element)) return;
    const [from, to] = [this.edge(range.startContainer), this.edge(range.endContainer)];
    const [first, last] = [from?.index ?? 0, to?.index ?? this.turns().length - 1];
    if (from !== null && to !== null && this.areMounted(first, last)) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', this.textBetween(range, { from, to, first, last }));
  }

  private textBetween(
    range: Range,
    {
      from,
      to,
      first,
      last,
    }: { readonly from: Edge; readonly to: Edge; readonly first: number; readonly last: number },
  ): string {
    return this.turns()
      .slice(first, last + 1)
      .map((turn, offset) => {
        const index = first + offset;
        if (from?.index !== index && to?.index !== index) return turnText(turn, this.text);
        const part = range.cloneRange();
        if (from?.index !== index && to !== null) part.setStartBefore(to.row);
        if (to?.index !== index && from !== null) part.setEndAfter(from.row);
        const row = (from?.index === index ? from : to)?.row;
        return row === undefined ? '' : textOf(turn, row, part, this.text);
      })
      .filter((part) => part !== '')
      .join('\n\n');
  }

  private edge(node: Node): Edge {
    const row = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-row]') ?? null;
    if (row === null || !this.element.contains(row)) return null;
    const index = this.turns().findIndex(({ id }) => id === row.dataset['row']);
    return index === -1 ? null : { index, row };
  }

  private areMounted(first: number, last: number): boolean {
    const mounted = new Set(
      [...this.element.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) => dataset['row']),
    );
    return this.turns()
      .slice(first, last + 1)
      .every(({ id }) => mounted.has(id));
  }
}

/** What is selected of a turn: what was said, without the buttons and times beside it. */
function textOf(turn: Turn, row: Element, range: Range, text: TextSource): string {
  const whole = row.ownerDocument.createRange();
  whole.selectNodeContents(row);
  const part = said(row, range);
  return part === said(row, whole) ? turnText(turn, text) : part;
}

function said(row: Element, range: Range): string {
  return [...row.querySelectorAll('kitten-text-message')]
    .map((message) => linesIn(message, range).join('\n'))
    .filter((part) => part !== '')
    .join('\n\n');
}

function linesIn(message: Element, range: Range): readonly string[] {
  return textRuns(message)
    .filter(([first]) => first?.parentElement?.closest('button') === null)
    .map((run) =>
      run
        .map((node) => pieceOf(node, range))
        .join('')
        .trim(),
    )
    .filter((line) => line !== '');
}

function pieceOf(node: Text, range: Range): string {
  if (!range.intersectsNode(node)) return '';
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : node.length;
  return node.data.slice(from, to);
}
