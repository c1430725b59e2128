/** A new row is hidden until it is measured, for so many frames at the most. */
const FRAMES = 3;

/** A work in sight. */
interface SeenWork {
  readonly id: string;
  readonly row: string | undefined;
  /** How far below the upper edge it begins, in pixels. */
  readonly top: number;
}

/** Where a person is in a grid of works, before they are dealt into other rows. */
export class GridPosition {
  private readonly grid: HTMLElement;
  private readonly focused: Element | null;
  private readonly control: { readonly work: string; readonly index: number } | undefined;

  /** The first work in sight; none as long as what is above the grid is in sight too. */
  readonly seen: SeenWork | undefined;

  constructor(grid: HTMLElement, scroller: HTMLElement) {
    this.grid = grid;
    this.seen = seenWork(grid, scroller);
    this.focused = grid.contains(document.activeElement) ? document.activeElement : null;
    const item = this.focused?.closest<HTMLElement>('[role=listitem]');
    const work = item?.dataset['row'];
    if (item && work !== undefined) {
      this.control = { work, index: controlsOf(item).findIndex((control) => control === this.focused) };
    }
  }

  /** Gives the focus back to what had it, where that has gone with its row. */
  async refocus(): Promise<void> {
    if (this.control === undefined || this.focused?.isConnected === true) return;
    const { work, index } = this.control;
    for (let frame = 0; frame < FRAMES && document.activeElement === document.body; frame++) {
      const item = this.grid.querySelector(`[role=listitem][data-row="${CSS.escape(work)}"]`);
      if (item !== null) controlsOf(item)[index]?.focus({ preventScroll: true });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }
}

function seenWork(grid: HTMLElement, scroller: HTMLElement): SeenWork | undefined {
  const edge = scroller.getBoundingClientRect().top;
  if (grid.getBoundingClientRect().top >= edge) return undefined;
  for (const item of grid.querySelectorAll<HTMLElement>('[role=listitem]')) {
    const { top, bottom } = item.getBoundingClientRect();
    const id = item.dataset['row'];
    if (bottom <= edge || id === undefined) continue;
    const row = item.parentElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    return { id, row, top: top - edge };
  }
  return undefined;
}

function controlsOf(item: Element): readonly HTMLElement[] {
  return [...item.querySelectorAll<HTMLElement>('a, button')];
}
