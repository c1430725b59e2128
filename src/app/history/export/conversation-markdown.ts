import type { ImageMessage, PromptMessage, PromptOptions, VideoMessage } from '../../../services/index.ts';
import { makerText } from '../../engines/maker-text.ts';
import { optionLabel, optionText } from '../../clip-options/option-text.ts';
import { OPTION_NAMES } from '../../clip-options/option-values.ts';
import type { Reply, Turn } from '../../conversation-model/turn.ts';
import { dateFormat } from '../../language/formats.ts';
import type { LanguageTag } from '../../language/languages.ts';
import type { CountTextSource, TextSource } from '../../language/texts.ts';

/** A conversation to be written down. */
export interface ExportedConversation {
  readonly title: string;
  readonly turns: readonly Turn[];
}

/** What a writer of Markdown has to know besides the conversation. */
export interface MarkdownContext {
  readonly text: TextSource;
  readonly count: CountTextSource;
  readonly language: LanguageTag;
  /** The address of a medium as the file names it; null for one that is missing. */
  readonly addressOf: (medium: VideoMessage | ImageMessage) => string | null;
  /** The same for a reference image, by its own address. */
  readonly addressOfReference: (address: string) => string | null;
}

/** The conversation as a Markdown document. */
export function conversationMarkdown({ title, turns }: ExportedConversation, context: MarkdownContext): string {
  const blocks = [`# ${oneLine(title)}`, ...turns.flatMap((turn) => turnBlocks(turn, context))];
  return `${blocks.join('\n\n')}\n`;
}

function turnBlocks({ at, prompt, failure, replies }: Turn, context: MarkdownContext): readonly string[] {
  const { text, language } = context;
  const time = dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const asked =
    prompt === undefined ? [] : [`## ${text('settings.exportMe')} · ${time}`, ...promptBlocks(prompt, context)];
  const failed =
    failure === undefined ? [] : [`> ${text('settings.exportNotSent', { cause: oneLine(failure.cause) })}`];
  return [...asked, ...failed, ...replies.flatMap((reply) => replyBlocks(reply, context))];
}

/** What was written, the reference images, and how the clip should be. */
function promptBlocks(
  { content, attachments = [], options = {} }: PromptMessage,
  context: MarkdownContext,
): readonly string[] {
  const references = attachments.map((reference, index) => {
    const name = context.text('composer.reference', { number: index + 1 });
    return linkBlock({ name, address: context.addressOfReference(reference), mark: '!' }, context);
  });
  const line = optionsLine(options, context);
  return [quoted(content), ...references, ...(line === '' ? [] : [line])];
}

function optionsLine(options: PromptOptions, { text, count }: MarkdownContext): string {
  const known = OPTION_NAMES.flatMap((option) => {
    const value = optionText(option, options, count);
    return value === undefined ? [] : [`${optionLabel(option, text)} ${oneLine(value)}`];
  });
  return known.join(' · ');
}

function replyBlocks(reply: Reply, context: MarkdownContext): readonly string[] {
  const { text } = context;
  switch (reply.kind) {
    case 'text':
      return [reply.content];
    case 'image':
      return [mediumBlock(reply.message, '!', context)];
    case 'video':
      return [mediumBlock(reply.message, '', context), ...makerBlocks(reply.message, context)];
    case 'error':
      return [`> ⚠ ${oneLine(reply.message.content || reply.message.code)}`];
    case 'gap':
      return [`> ${text('history.missing')}`];
    case 'system':
      return reply.message.type === 'system' && reply.message.content ? [`> ${oneLine(reply.message.content)}`] : [];
  }
}

function makerBlocks({ madeWith }: VideoMessage, { text }: MarkdownContext): readonly string[] {
  return madeWith === undefined ? [] : [oneLine(text('engines.madeWith', { maker: makerText(madeWith) }))];
}

function mediumBlock(medium: VideoMessage | ImageMessage, mark: '!' | '', context: MarkdownContext): string {
  const { text, addressOf } = context;
  const kind = text(medium.type === 'video' ? 'settings.exportVideo' : 'settings.exportImage');
  const name = medium.name === undefined ? kind : oneLine(medium.name);
  return linkBlock({ name, address: addressOf(medium), mark }, context);
}

function linkBlock(
  { name, address, mark }: { readonly name: string; readonly address: string | null; readonly mark: '!' | '' },
  { text }: MarkdownContext,
): string {
  if (address === null) return `> ${text('settings.exportMediumMissing', { name })}`;
  return `${mark}[${escaped(name)}](<${address.replaceAll('>', '%3E')}>)`;
}

/** A prompt is what was written, whatever it looks like. */
function quoted(content: string): string {
  return content
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replaceAll(/[\\[\]]/g, '\\$&');
}
