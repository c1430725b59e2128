import { setTimeout } from 'node:timers/promises';
import { until } from '../../testing/index.ts';
import { pictureOf } from '../testing/pictures.ts';
import { shippedWorkflow } from './workflow/shipped-workflow.ts';
import { SAMPLER, ServiceHarness } from './testing/service-harness.ts';

const never = new AbortController().signal;

const withCode = (code: string, detail: RegExp) =>
  jasmine.objectContaining({ code, detail: jasmine.stringMatching(detail) });

for (const isOld of [false, true]) {
  describe(`ComfyUiService with ${isOld ? 'an old' : 'a current'} ComfyUI`, () => {
    let on: ServiceHarness;

    beforeEach(async () => (on = await ServiceHarness.start({ isOld })));
    afterEach(() => on[Symbol.asyncDispose]());

    it('makes a clip with our id, telling progress by node and step, previews and a still', async () => {
      on.comfy.queue.onStep = () => setTimeout(2);
      const request = on.newRequest({ options: { seconds: 2, size: '640x352', seed: 7 } });
      const events = await on.run(on.service({ format: { frameStep: 4, sizeStep: 32 } }), request);
      const shares = events.flatMap((event) => (event.kind === 'progress' ? event.progress : []));
      expect(shares).toEqual([...shares].sort((one, other) => one - other));
      expect(shares.filter((share) => share > 0.2 && share < 0.7).length).toBeGreaterThan(5);
      expect(events.some(({ kind }) => kind === 'preview')).toBe(true);
      expect(events.slice(-2).map(({ kind }) => kind)).toEqual(['poster', 'video']);
      const clip = jasmine.objectContaining({ mimeType: 'video/mp4', width: 128, height: 72, durationMs: 500 });
      expect<unknown>(events.at(-1)).toEqual({ kind: 'video', video: clip });
      const [sent] = on.comfy.prompts;
      expect(sent?.prompt_id).toBe(request.jobId);
      expect<unknown>(sent?.prompt['6']?.inputs['text']).toBe('一只橘猫');
      expect<unknown>(sent?.prompt['55']?.inputs).toEqual({
        vae: ['39', 0],
        width: 640,
        height: 352,
        length: 49,
        batch_size: 1,
      });
      expect<unknown>(sent?.prompt[SAMPLER]?.inputs['seed']).toBe(7);
    });

    it('makes a clip without any model', async () => {
      const place = on.service({ workflow: await shippedWorkflow('no-model') });
      expect((await on.run(place)).at(-1)?.kind).toBe('video');
    });

    it('uploads a reference image, and links it as the first frame', async () => {
      const attachments = [{ bytes: pictureOf('#c08030'), mimeType: 'image/png' }];
      const request = on.newRequest({ attachments });
      await on.run(on.service(), request);
      const name = `ask-kitten/${request.jobId}-image.png`;
      expect([...on.comfy.images]).toEqual([name]);
      expect<unknown>(on.comfy.prompts[0]?.prompt['56']?.inputs['image']).toBe(name);
      expect<unknown>(on.comfy.prompts[0]?.prompt['55']?.inputs['start_image']).toEqual(['56', 0]);
    });

    it('goes on after its socket broke, though nothing is sent again', async () => {
      const sampler = on.holdSampler();
      const running = on.run();
      await until(() => sampler.isThere() && on.comfy.sockets.connected.length === 1);
      on.comfy.sockets.cut();
      await until(() => on.comfy.sockets.connected.length > 1);
      sampler.open();
      expect((await running).at(-1)?.kind).toBe('video');
      expect(on.comfy.queue.started).toHaveSize(1);
    });

    it('opens a new socket where ComfyUI has forgotten the one that it has', async () => {
      const sampler = on.holdSampler();
      const running = on.run();
      await until(() => sampler.isThere() && on.comfy.sockets.connected.length === 1);
      on.comfy.sockets.forget();
      await until(() => on.comfy.sockets.connected.length === 2);
      sampler.open();
      const events = await running;
      const shares = events.flatMap((event) => (event.kind === 'progress' ? event.progress : []));
      expect(shares.filter((share) => share > 0.5 && share < 0.8).length).toBeGreaterThan(1);
    });

    it('notices the end by asking where it has no socket at all', async () => {
      on.comfy.sockets.areRefused = true;
      expect((await on.run()).at(-1)?.kind).toBe('video');
    });

    it('says that a job has vanished after ComfyUI was started again, and starts no second one', async () => {
      const sampler = on.holdSampler();
      const running = on.run();
      await until(sampler.isThere);
      on.comfy.restart();
      await expectAsync(running).toBeRejectedWith(withCode('engine_failed', /no longer knows the job/));
      expect(on.comfy.prompts).toHaveSize(1);
    });

    it('finds a job whose answer was lost: waiting, running, and done', async () => {
      const sampler = on.holdSampler();
      const [first, second] = [on.newRequest(), on.newRequest()];
      await on.service().start(first, never);
      await on.service().start(second, never);
      await until(sampler.isThere);
      for (const request of [first, second]) {
        const handle = await on.service().find(request, Date.now(), never);
        expect<unknown>(handle).toEqual(jasmine.objectContaining({ promptId: request.jobId }));
      }
      sampler.open();
      await until(() => on.comfy.queue.history.has(second.jobId));
      const handle = await on.service().find(second, Date.now(), never);
      expect((await on.follow(on.service(), second, handle ?? null)).at(-1)?.kind).toBe('video');
      expect(on.comfy.prompts).toHaveSize(2);
    });

    it('finds a job that shows late, and is not certain that there is none', async () => {
      const uncertain = withCode('engine_uncertain', /shows no job/);
      await expectAsync(on.service().find(on.newRequest(), Date.now(), never)).toBeRejectedWith(uncertain);
      const request = on.newRequest();
      const place = on.service({ lookForMs: 2_000 });
      const looking = place.find(request, Date.now(), never);
      await until(() => on.comfy.requests.length > 0);
      await place.start(request, never);
      expect<unknown>(await looking).toEqual(jasmine.objectContaining({ promptId: request.jobId }));
    });

    it('cancels a job that waits, and leaves what runs', async () => {
      const sampler = on.holdSampler();
      const other = on.comfy.putForeignJob(on.wan);
      await until(sampler.isThere);
      const request = on.newRequest();
      const handle = await on.service().start(request, never);
      await on.service().cancel({ request, handle, startedAt: 0 }, never);
      expect(on.comfy.queue.pending).toEqual([]);
      expect(on.comfy.queue.interrupted).toEqual([]);
      sampler.open();
      await until(() => on.comfy.queue.history.get(other.id)?.status.completed === true);
      expect(on.comfy.queue.started).toEqual([other.id]);
    });

    it('cancels a job that runs, and leaves those that wait', async () => {
      const sampler = on.holdSampler();
      const request = on.newRequest();
      const handle = await on.service().start(request, never);
      const other = on.comfy.putForeignJob(on.wan);
      await until(sampler.isThere);
      await on.service().cancel({ request, handle, startedAt: 0 }, never);
      sampler.open();
      await until(() => on.comfy.queue.history.get(other.id)?.status.completed === true);
      expect(on.comfy.queue.interrupted).toEqual([request.jobId]);
    });

    it('leaves everybody alone where its job is over', async () => {
      const request = on.newRequest();
      const handle = await on.service().start(request, never);
      await on.follow(on.service(), request, handle);
      const sampler = on.holdSampler();
      on.comfy.putForeignJob(on.wan);
      await until(sampler.isThere);
      await on.service().cancel({ request, handle, startedAt: 0 }, never);
      expect(on.comfy.queue.interrupted).toEqual([]);
      sampler.open();
    });

    it('waits behind the jobs of others', async () => {
      const sampler = on.holdSampler();
      on.comfy.putForeignJob(on.wan);
      await until(sampler.isThere);
      const running = on.run();
      await until(() => on.comfy.queue.pending.length === 1);
      sampler.open();
      expect((await running).at(-1)?.kind).toBe('video');
    });

    it('stops with the reason of its signal, while a job stalls', async () => {
      const sampler = on.holdSampler(1);
      const request = on.newRequest();
      const handle = await on.service().start(request, never);
      const controller = new AbortController();
      const reason = new Error('cancelled');
      const running = on.follow(on.service(), request, handle, controller.signal);
      await until(sampler.isThere);
      controller.abort(reason);
      await expectAsync(running).toBeRejectedWith(reason);
      sampler.open();
    });
  });
}
