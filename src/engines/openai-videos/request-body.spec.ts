import type { Experimental_VideoModelV4CallOptions as CallOptions } from '@ai-sdk/provider';
import { requestBody, type RequestFormat } from './request-body.ts';

const OPTIONS = {
  prompt: '一只橘猫',
  n: 1,
  duration: 4,
  resolution: '1280x720',
  seed: 7,
  image: { type: 'file', mediaType: 'image/png', data: 'AAAA' },
  providerOptions: {},
} as unknown as CallOptions;
const IMAGE = 'data:image/png;base64,AAAA';

function jsonFor(format: RequestFormat): unknown {
  const { body, contentType } = requestBody(OPTIONS, format, { model: 'wan' });
  expect(contentType).toBe('application/json');
  return JSON.parse(body as string);
}

describe('the body of a request for a video', () => {
  const common = { prompt: '一只橘猫', size: '1280x720', seed: 7, model: 'wan' };

  it('is JSON as OpenAI has it: the length as a text, the image in an object', () => {
    expect(jsonFor('json')).toEqual({ ...common, seconds: '4', input_reference: { image_url: IMAGE } });
  });

  it('is JSON as SGLang has it: the length as a number, the image as an address', () => {
    expect(jsonFor('sglang')).toEqual({ ...common, seconds: 4, reference_url: IMAGE });
  });

  it('is JSON as Dynamo has it: the length as a number, the image as a text', () => {
    expect(jsonFor('dynamo')).toEqual({ ...common, seconds: 4, input_reference: IMAGE });
  });

  it('is JSON as OpenRouter has it', () => {
    const frame = { type: 'image_url', image_url: { url: IMAGE }, frame_type: 'first_frame' };
    expect(jsonFor('openrouter')).toEqual({ ...common, duration: 4, frame_images: [frame] });
  });

  it('is a form else, with the image as a file', () => {
    const { body } = requestBody(OPTIONS, 'multipart', { model: 'wan' });
    const form = body as FormData;
    expect(form.get('seconds')).toBe('4');
    expect((form.get('input_reference') as File).type).toBe('image/png');
  });
});
