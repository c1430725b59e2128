/** One of the things to choose from. */
export interface ChoiceOption {
  readonly id: string;
  /** What it is called, in the language of the page or in its own. */
  readonly name: string;
  /** The language of its name, where that is its own. */
  readonly lang?: string;
  /** An icon's path. */
  readonly icon?: string;
  readonly isChosen: boolean;
  /** Chooses it, effective at once. */
  readonly choose: () => void;
}

/**
 * What a person may choose one of: a menu in the toolbar, a part of the menu of a narrow one, a row in the settings.
 */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** The path of an icon for all of it, where the options have none. */
  readonly icon?: string;
  readonly options: readonly ChoiceOption[];
}
