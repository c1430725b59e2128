import { expect } from '@playwright/test';

import { NodeFailure } from '../../src/engines/comfyui/testing/stand-in-queue.ts';
import { Chat } from '../fixtures/chat.ts';
import { Gate, SamplerGate, test } from './comfyui-fixture.ts';

test('a prompt becomes a clip that plays, with progress and previews on the way', async ({ page, comfy }) => {
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
  await chat.video.evaluate((video: HTMLVideoElement) => video.play());
  await expect.poll(() => chat.video.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(128);
  expect(comfy.prompts).toHaveLength(1);
  expect(comfy.prompts[0]?.prompt['6']?.inputs['text']).toBe('一只橘猫在窗台上打盹');
});

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

test.describe('a job goes on after kill -9 of the gateway, and is started once', () => {
  test('killed while ComfyUI draws', { tag: '@long' }, async ({ page, comfy, gateway }) => {
    const gate = new SamplerGate(comfy, 8);
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫');
    await expect.poll(() => gate.isReached).toBe(true);
    await gateway.kill();
    await gateway.start();
    await expect.poll(() => comfy.sockets.connected.length).toBe(2);
    gate.open();
    await expect(chat.video).toBeVisible();
    expect(comfy.queue.started).toHaveLength(1);
  });

  test(
    'killed after ComfyUI took the job, and before its answer came',
    { tag: '@long' },
    async ({ page, comfy, gateway }) => {
      const answer = new Gate();
      comfy.beforeAnswer = () => answer.pass();
      const chat = new Chat(page);
      await chat.open();
      await chat.ask('一只橘猫');
      await expect.poll(() => answer.isReached).toBe(true);
      await gateway.kill();
      answer.open();
      await gateway.start();
      await expect(chat.video).toBeVisible();
      expect(comfy.queue.started).toHaveLength(1);
    },
  );

  test('killed while it fetches the clip', { tag: '@long' }, async ({ page, comfy, gateway }) => {
    const download = new Gate();
    comfy.intercept = async ({ url }) => {
      if (url?.includes('.mp4')) await download.pass();
      return false;
    };
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫');
    await expect.poll(() => download.isReached).toBe(true);
    await gateway.kill();
    download.open();
    await gateway.start();
    await expect(chat.video).toBeVisible();
    expect(comfy.queue.started).toHaveLength(1);
  });
});
