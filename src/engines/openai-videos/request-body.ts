import type {
  Experimental_VideoModelV4CallOptions as CallOptions,
  Experimental_VideoModelV4File as File,
} from '@ai-sdk/provider';
import type { JsonValue } from '../port/job-journal.ts';

/** How a server wants a prompt: as a form, or as JSON with the fields of one of these. */
export type RequestFormat = 'multipart' | keyof typeof JSON_FIELDS;

export interface RequestBody {
  readonly body: FormData | string;
  /** Absent where `fetch` knows it. */
  readonly contentType?: string;
}

/**
 * The body of `POST /videos`.
 * @param fields what is added to it, as the server calls it
 */
export function requestBody(
  options: CallOptions,
  format: RequestFormat,
  fields: Readonly<Record<string, JsonValue>>,
): RequestBody {
  const images = imagesOf(options);
  if (format === 'multipart') return { body: form({ ...openAiFields(options), ...fields }, images[0]) };
  const json = JSON_FIELDS[format](options, images);
  return { body: JSON.stringify({ ...json, ...fields }), contentType: 'application/json' };
}

type Fields = Readonly<Record<string, JsonValue>>;

/** What a body of JSON has, by whose names its fields go; each refuses what another one takes. */
const JSON_FIELDS = {
  json: (options: CallOptions, [image]: readonly File[]): Fields => ({
    ...openAiFields(options),
    ...(image && { input_reference: { image_url: dataUrl(image) } }),
  }),
  openrouter: openRouterFields,
  sglang: (options: CallOptions, [image]: readonly File[]): Fields => ({
    ...numericFields(options),
    ...(image && { reference_url: dataUrl(image) }),
  }),
  dynamo: (options: CallOptions, [image]: readonly File[]): Fields => ({
    ...numericFields(options),
    ...(image && { input_reference: dataUrl(image) }),
  }),
};

function openAiFields({ prompt = '', duration, resolution, seed }: CallOptions): Fields {
  return {
    prompt,
    // A text, as its values are '4', '8' and '12' at the first server of this kind.
    ...(duration !== undefined && { seconds: String(duration) }),
    ...(resolution !== undefined && { size: resolution }),
    ...(seed !== undefined && { seed }),
  };
}

function openRouterFields(options: CallOptions, images: readonly File[]): Fields {
  const { prompt = '', duration, resolution, aspectRatio, seed, frameImages, inputReferences } = options;
  const image = (file: File): Fields => ({ type: 'image_url', image_url: { url: dataUrl(file) } });
  const frames = frameImages ?? (options.image ? [{ image: options.image, frameType: 'first_frame' as const }] : []);
  const isReference = inputReferences !== undefined && inputReferences.length > 0;
  return {
    prompt,
    ...(duration !== undefined && { duration }),
    ...(resolution !== undefined && { size: resolution }),
    ...(aspectRatio !== undefined && resolution === undefined && { aspect_ratio: aspectRatio }),
    ...(seed !== undefined && { seed }),
    ...(frames.length > 0 && {
      frame_images: frames.map(({ image: file, frameType }) => ({ ...image(file), frame_type: frameType })),
    }),
    ...(isReference && { input_references: images.map(image) }),
  };
}

function numericFields(options: CallOptions): Fields {
  const { duration } = options;
  return { ...openAiFields(options), ...(duration !== undefined && { seconds: duration }) };
}

function form(fields: Fields, image: File | undefined): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    data.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  if (image?.type === 'file') {
    const bytes = typeof image.data === 'string' ? Buffer.from(image.data, 'base64') : image.data;
    const [, ending = 'png'] = image.mediaType.split('/');
    data.append(
      'input_reference',
      new Blob([Uint8Array.from(bytes)], { type: image.mediaType }),
      `reference.${ending}`,
    );
  }
  return data;
}

function imagesOf({ image, frameImages = [], inputReferences = [] }: CallOptions): readonly File[] {
  return [image ?? [], frameImages.map((frame) => frame.image), inputReferences].flat();
}

function dataUrl(file: File): string {
  if (file.type === 'url') return file.url;
  const data = typeof file.data === 'string' ? file.data : Buffer.from(file.data).toString('base64');
  return `data:${file.mediaType};base64,${data}`;
}
