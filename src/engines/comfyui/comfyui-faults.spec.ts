import { until } from '../../testing/index.ts';
import { HEVC } from '../downloads/testing/clips.ts';
import { pictureOf } from '../testing/pictures.ts';
import { SAMPLER, ServiceHarness } from './testing/service-harness.ts';
import { NodeFailure } from './testing/stand-in-queue.ts';

const never = new AbortController().signal;

const withCode = (code: string, detail: RegExp) =>
  jasmine.objectContaining({ code, detail: jasmine.stringMatching(detail) });

for (const isOld of [false, true]) {
  describe(`The faults of ${isOld ? 'an old' : 'a current'} ComfyUI`, () => {
    let on: ServiceHarness;

    beforeEach(async () => (on = await ServiceHarness.start({ isOld })));
    afterEach(() => on[Symbol.asyncDispose]());

    it('says which node lacks what, and that a model is missing', async () => {
      const place = on.service({ checkpoint: 'other.safetensors' });
      const fault = withCode('model_not_found', /Model, UNETLoader \(node 37\).*'other\.safetensors' not in/);
      await expectAsync(place.start(on.newRequest(), never)).toBeRejectedWith(fault);
      expect(on.comfy.queue.started).toEqual([]);
    });

    it('says that a size is refused, and that a kind of node is missing', async () => {
      const large = on.service().start(on.newRequest({ options: { size: '20000x704' } }), never);
      await expectAsync(large).toBeRejectedWith(withCode('options_refused', /Size and length.*bigger than max/));
      const custom = on.service({ workflow: { ...on.wan, '70': { class_type: 'MyNode', inputs: {} } } });
      const missing = withCode('engine_failed', /Node 'MyNode' not found/);
      await expectAsync(custom.start(on.newRequest(), never)).toBeRejectedWith(missing);
    });

    it('stops a job of which ComfyUI takes a part, and says what is wrong with the other', async () => {
      const wrong = {
        errors: [{ type: 'required_input_missing', message: 'Required input is missing', details: 'video' }],
      };
      const answer = { prompt_id: 'any', number: 1, node_errors: { '58': { ...wrong, class_type: 'SaveVideo' } } };
      on.comfy.intercept = ({ url }, response) => {
        if (url !== '/prompt') return false;
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
        return true;
      };
      const request = on.newRequest();
      const fault = withCode('engine_failed', /Save Video, SaveVideo \(node 58\): Required input is missing: video/);
      await expectAsync(on.service().start(request, never)).toBeRejectedWith(fault);
      const cancel = isOld ? 'POST /queue' : `POST /api/jobs/${request.jobId}/cancel`;
      expect(on.comfy.requests).toContain(cancel);
    });

    it('says at which node a workflow failed', async () => {
      on.comfy.queue.onStep = (_, node) => {
        if (node === '8') throw new NodeFailure('Expected 4 channels\n/home/someone/secret.py');
      };
      const fault = withCode('engine_failed', /^Decode, VAEDecode \(node 8\) failed: Expected 4 channels$/);
      await expectAsync(on.run()).toBeRejectedWith(fault);
    });

    it('says that the memory of the graphics card was too small', async () => {
      on.comfy.queue.onStep = (_, node) => {
        if (node === SAMPLER) throw new NodeFailure('CUDA out of memory. Tried to allocate 20 GiB');
      };
      await expectAsync(on.run()).toBeRejectedWith(withCode('options_refused', /smaller size or a shorter clip/));
    });

    it('says that somebody stopped the job at ComfyUI', async () => {
      const sampler = on.holdSampler();
      const running = on.run();
      await until(sampler.isThere);
      on.comfy.queue.interrupt();
      sampler.open();
      await expectAsync(running).toBeRejectedWith(withCode('engine_failed', /stopped at ComfyUI/));
    });

    it('reports an answer of 500 as a fault that may pass, after which the job may be there', async () => {
      on.comfy.intercept = (_, response) => {
        response.writeHead(500).end();
        return true;
      };
      const fault = jasmine.objectContaining({ code: 'engine_unavailable', mayHaveStarted: true });
      await expectAsync(on.service().start(on.newRequest(), never)).toBeRejectedWith(fault);
    });

    it('may send a reference image again, whatever came of it: no job has begun', async () => {
      on.comfy.intercept = ({ url }, response) => {
        if (url !== '/upload/image') return false;
        response.destroy();
        return true;
      };
      const attachments = [{ bytes: pictureOf('#c08030'), mimeType: 'image/png' }];
      const fault = jasmine.objectContaining({ code: 'engine_unavailable', mayHaveStarted: false });
      await expectAsync(on.service().start(on.newRequest({ attachments }), never)).toBeRejectedWith(fault);
    });

    it('reports a busy proxy with how long it wants to be left alone, and a refused key', async () => {
      let status = 429;
      on.comfy.intercept = (_, response) => {
        response.writeHead(status, { 'retry-after': '7' }).end();
        return true;
      };
      const busy = jasmine.objectContaining({ code: 'engine_unavailable', retryAfterMs: 7_000, mayHaveStarted: false });
      await expectAsync(on.service().start(on.newRequest(), never)).toBeRejectedWith(busy);
      status = 401;
      await expectAsync(on.service().start(on.newRequest(), never)).toBeRejectedWith(
        withCode('engine_unauthorized', /401/),
      );
    });

    it('reports that nobody listens as a fault that may pass', async () => {
      const place = on.service({ url: 'http://127.0.0.1:9' });
      const gone = jasmine.objectContaining({ code: 'engine_unavailable' });
      await expectAsync(place.start(on.newRequest(), never)).toBeRejectedWith(gone);
      await expectAsync(place.find(on.newRequest(), 0, never)).toBeRejectedWith(gone);
    });

    it('sends its key with everything, the file included', async () => {
      const seen = new Set<string | undefined>();
      on.comfy.intercept = ({ headers }) => {
        seen.add(headers.authorization);
        return false;
      };
      await on.run(on.service({ key: 'secret' }));
      expect([...seen]).toEqual(['Bearer secret']);
    });

    const unusable = [
      ['a file that is no video', Buffer.from('<html>'), /no video/],
      ['a video that browsers do not play', HEVC, /not every browser plays/],
    ] as const;
    for (const [what, bytes, detail] of unusable) {
      it(`refuses ${what}`, async () => {
        on.comfy.video = bytes;
        await expectAsync(on.run()).toBeRejectedWith(withCode('result_unusable', detail));
      });
    }

    it('refuses a video that is too large', async () => {
      await expectAsync(on.run(on.service({ maxBytes: 100 }))).toBeRejectedWith(
        withCode('result_unusable', /larger than 100/),
      );
    });

    it('refuses a workflow that ends without a video', async () => {
      const { '58': _, ...others } = on.wan;
      const place = on.service({ workflow: others });
      await expectAsync(on.run(place)).toBeRejectedWith(withCode('result_unusable', /SaveVideo/));
    });
  });
}
