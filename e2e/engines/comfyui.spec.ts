import { expect } from '@playwright/test';

import { NodeFailure } from '../../src/engines/comfyui/testing/stand-in-queue.ts';
import { Gate } from '../../src/engines/testing/gate.ts';
import { Chat } from '../fixtures/chat.ts';
import { expectPlays } from '../fixtures/playing.ts';
import { SamplerGate, test } from './comfyui-fixture.ts';
import { expectClips, killAt, killBeforeStart, type KillPoint } from './kill-points.ts';

/** Somebody waits at a gate. */
function heldUp(gate: Gate): KillPoint {
  return { isReached: () => gate.isReached, release: () => gate.open() };
}

test(
  'a prompt becomes a clip that plays, with progress and previews on the way',
  { tag: '@long' },
  async ({ page, comfy }) => {
    const gate = new SamplerGate(comfy, 12);
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫在窗台上打盹');
    const progress = chat.log.getByRole('progressbar');
    await expect.poll(() => gate.isReached).toBe(true);
    await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow'))).toBeGreaterThan(30);
    await expect(chat.log.getByRole('img', { name: '生成中的画面' })).toBeVisible();
    gate.open();
    await expect(chat.video).toBeVisible();
    await expectPlays(chat.video);
    await expect(chat.video).toHaveJSProperty('videoWidth', 128);
    expect(comfy.prompts).toHaveLength(1);
    expect(comfy.prompts[0]?.prompt['6']?.inputs['text']).toBe('一只橘猫在窗台上打盹');
  },
);

test('a cancel reaches ComfyUI, and leaves the jobs of others', { tag: '@long' }, async ({ page, comfy }) => {
  const gate = new SamplerGate(comfy, 3);
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect.poll(() => gate.isReached).toBe(true);
  const other = comfy.putForeignJob(comfy.prompts[0]?.prompt ?? {});
  await chat.log.getByRole('button', { name: '取消' }).click();
  await expect(chat.log).toContainText('已取消');
  await expect.poll(() => comfy.queue.interrupted).toEqual([comfy.prompts[0]?.prompt_id]);
  gate.open();
  await expect.poll(() => comfy.queue.history.get(other.id)?.status.completed).toBe(true);
});

test("a node's fault is told in words that lead to the node", { tag: '@long' }, async ({ page, comfy }) => {
  comfy.queue.onStep = (job, node) => {
    if (job.workflow[node]?.class_type === 'VAEDecode') throw new NodeFailure('Expected 48 channels, got 16');
  };
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  const error = chat.log.getByRole('article', { name: '错误' });
  await expect(error).toContainText('视频生成失败');
  await expect(error).toContainText('VAEDecode (node 8) failed: Expected 48 channels, got 16');
});

test.describe('after kill -9 of the gateway a job is begun once', { tag: '@long' }, () => {
  test('killed before it is begun', async ({ page, comfy, gateway }) => {
    const chat = await killBeforeStart(page, gateway, heldUp(new SamplerGate(comfy, 8)));
    await expectClips(chat, 2);
    expect(comfy.prompts.map(({ prompt }) => prompt['6']?.inputs['text'])).toEqual(['一只橘猫', '一条狗']);
    expect(comfy.queue.started).toHaveLength(2);
  });

  test('killed after ComfyUI took the job, and before its answer came', async ({ page, comfy, gateway }) => {
    const answer = new Gate();
    comfy.beforeAnswer = () => answer.pass();
    const chat = await killAt(page, gateway, heldUp(answer));
    await expectClips(chat, 1);
    expect(comfy.queue.started).toHaveLength(1);
  });

  test('killed while ComfyUI draws', async ({ page, comfy, gateway }) => {
    const gate = new SamplerGate(comfy, 8);
    const { connected } = comfy.sockets;
    let before = 0;
    const release = (): void => {
      before = connected.length;
    };
    const chat = await killAt(page, gateway, { isReached: () => gate.isReached, release });
    await expect.poll(() => connected.length).toBeGreaterThan(before);
    gate.open();
    await expectClips(chat, 1);
    expect(comfy.queue.started).toHaveLength(1);
  });

  test('killed while the clip is fetched', async ({ page, comfy, gateway }) => {
    const download = new Gate();
    comfy.intercept = async ({ url }) => {
      if (url?.includes('.mp4')) await download.pass();
      return false;
    };
    const chat = await killAt(page, gateway, heldUp(download));
    await expectClips(chat, 1);
    expect(comfy.queue.started).toHaveLength(1);
  });
});
