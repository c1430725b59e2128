import { asList, asObject, asText } from '../workflow/json.ts';

/** A file that a node has written, as ComfyUI names it. */
export interface OutputFile {
  readonly filename: string;
  readonly subfolder: string;
  /** `output` for files that stay, `temp` for files that ComfyUI deletes when it starts next. */
  readonly type: string;
}

/** What is of use among the files of a finished workflow. */
export interface ClipFiles {
  readonly video: OutputFile | undefined;
  /** A still, if the workflow makes one. */
  readonly poster: OutputFile | undefined;
}

/** The containers that browsers play come first. */
const VIDEOS = ['mp4', 'webm', 'm4v', 'mov', 'mkv', 'avi', 'gif'];
const STILLS = ['png', 'jpg', 'jpeg', 'webp'];

/**
 * Finds clip and still among the outputs of all nodes. A file is what its name ends with: videos stand under `images`,
 * `gifs`, `videos` or `video`, whichever node has written them.
 */
export function clipFiles(outputs: unknown): ClipFiles {
  const files = Object.values(asObject(outputs) ?? {})
    .flatMap((ofNode) => Object.values(asObject(ofNode) ?? {}))
    .flatMap(asList)
    .flatMap((item) => readFile(item) ?? []);
  return { video: best(files, VIDEOS), poster: best(files, STILLS) };
}

/** Files that stay are preferred to temporary ones, then the better format, then the one that was written last. */
function best(files: readonly OutputFile[], endings: readonly string[]): OutputFile | undefined {
  const rank = (file: OutputFile): number =>
    (file.type === 'output' ? 0 : endings.length) + endings.indexOf(ending(file));
  return files
    .filter((file) => endings.includes(ending(file)))
    .reduce<OutputFile | undefined>((one, other) => (one && rank(one) < rank(other) ? one : other), undefined);
}

function ending({ filename }: OutputFile): string {
  return /\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase() ?? '';
}

function readFile(item: unknown): OutputFile | undefined {
  const file = asObject(item);
  const filename = asText(file?.['filename']);
  if (filename === undefined) return undefined;
  return { filename, subfolder: asText(file?.['subfolder']) ?? '', type: asText(file?.['type']) ?? 'output' };
}
