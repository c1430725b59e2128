import { ComponentHarness, HarnessPredicate, type TestElement, TestKey } from '@angular/cdk/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';

/** A line of the list, as a person uses it. */
export class ConversationItemHarness extends ComponentHarness {
  static readonly hostSelector = 'kitten-conversation-item';

  private readonly link = this.locatorFor('a');
  private readonly field = this.locatorForOptional('input');
  private readonly name = this.locatorFor('.title');

  /** What can be done with the conversation. */
  readonly menu = this.locatorFor(MatMenuHarness);

  static with({ title }: { readonly title: string }): HarnessPredicate<ConversationItemHarness> {
    return new HarnessPredicate(ConversationItemHarness, {}).addOption('title', title, (item, wanted) =>
      HarnessPredicate.stringMatches(item.title(), wanted),
    );
  }

  async title(): Promise<string> {
    return (await this.name()).text();
  }

  /** The whole line, with what the conversation does. */
  async line(): Promise<string> {
    return (await this.link()).text();
  }

  async isOpen(): Promise<boolean> {
    return (await (await this.link()).getAttribute('aria-current')) === 'page';
  }

  async isFocused(): Promise<boolean> {
    return (await this.link()).isFocused();
  }

  /** Presses keys on the line. */
  async press(...keys: readonly TestKey[]): Promise<void> {
    await (await this.link()).sendKeys(...keys);
  }

  /** Chooses in its menu. */
  async choose(text: string): Promise<void> {
    await (await this.menu()).clickItem({ text });
  }

  /** The field for a name; null where no name is given. */
  async nameField(): Promise<TestElement | null> {
    return this.field();
  }

  /** Writes another name into the field that is open for it, and ends with a key. */
  async write(name: string, end: TestKey = TestKey.ENTER): Promise<void> {
    const field = await this.field();
    await field?.clear();
    await field?.sendKeys(name, end);
  }
}
