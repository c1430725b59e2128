import { randomUUID } from 'node:crypto';
import { ChatCompletionsServer } from '../../bot/testing/chat-completions-server.ts';
import type { PromptMessage } from '../../protocol/index.ts';
import { type MainProcess, startMainProcess, stopMainProcesses } from '../testing/main-process.ts';
import { prompt } from '../ports/testing/messages.ts';
import { ReturningClient } from '../testing/returning-client.ts';
import { until } from '../../testing/index.ts';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';

describe('the gateway as a process with a language model', () => {
  let folder: string;
  let model: ChatCompletionsServer;
  let main: MainProcess;

  beforeEach(async () => {
    folder = await makeTemporaryFolder();
    model = await ChatCompletionsServer.start(({ messages }) => {
      const asked = messages.at(-1)?.content ?? '';
      if (asked.startsWith('谢')) return { text: JSON.stringify({ kind: 'answer', reply: '不客气！' }) };
      if (asked.startsWith('坏')) return { status: 400 };
      if (asked.startsWith('故事')) {
        return { text: JSON.stringify({ kind: 'shots', reply: '', shots: [`${asked} 甲`, `${asked} 乙`] }) };
      }
      return { text: JSON.stringify({ kind: 'clip', reply: '好的。', prompt: `${asked}，电影感` }) };
    });
  });

  afterEach(async () => {
    await stopMainProcesses();
    await model.close();
  });

  async function start(): Promise<{ readonly url: string }> {
    main = startMainProcess({ DATA_DIR: folder, TEXT_MODEL: 'qwen3', TEXT_URL: model.url, TEXT_KEY: 'sk-secret' });
    return { url: await main.address() };
  }

  it('has one end for each prompt and each shot, killed in the middle again and again', async () => {
    const client = new ReturningClient(randomUUID());
    const sent: PromptMessage[] = [];
    for (let round = 0; round < 3; round++) {
      await client.connect(await start());
      sent.push(...['谢谢', '一只猫', '坏了', '故事', '一只狗'].map((content) => prompt(`${content} ${round}`)));
      client.socket.send(sent);
      const last = sent.at(-4);
      await client.untilOver(last === undefined ? [] : [last]);
      await main.kill();
      await client.socket.closed;
    }
    await client.connect(await start());
    client.socket.send(sent);
    await client.untilOver(sent);
    const jobs = (): readonly string[] => [...new Set(client.durable.flatMap(({ jobId }) => jobId ?? []))];
    const isOver = (jobId: string): boolean =>
      client.durable.some((message) => message.jobId === jobId && 'event' in message && message.event === 'completed');
    await client.socket.until(() => {
      client.collect();
      return jobs().length === 15 + 6 && jobs().every(isOver);
    });
    expect(client.durable.map(({ seq }) => seq)).toEqual(client.durable.map((_, index) => index + 1));
    for (const each of sent) {
      const story = client.storyOf(each).join(' ');
      const isTalk = /^[谢故]/.test(each.content);
      expect(story)
        .withContext(each.content)
        .toMatch(isTalk ? /^accepted text completed$/ : /^accepted text (started )+text image video completed$/);
    }
    const ends = client.durable.filter((message) => 'event' in message && message.event === 'completed');
    expect(ends.length).toBe(21);
    expect(main.stderr).not.toContain('sk-secret');
  });

  it('starts where its language model is not there yet, and says so', async () => {
    const url = model.url;
    await model.close();
    main = startMainProcess({ DATA_DIR: folder, TEXT_MODEL: 'qwen3', TEXT_URL: url });
    await main.address();
    const line = `The language model "qwen3" at ${url} does not answer (ECONNREFUSED)`;
    await until(() => main.stderr.includes(line), { what: 'a line about the model' });
    expect(main.stderr).toContain(line);
    model = await ChatCompletionsServer.start(() => ({ status: 400 }));
  });

  it('says in one line what is wrong with its language model', async () => {
    main = startMainProcess({ DATA_DIR: folder, TEXT_MODEL: 'nowhere/model' });
    expect(await main.exited).toBe(1);
    expect(main.stderr).toContain('npm install @ai-sdk/nowhere');
    expect(main.stderr.trim().split('\n').length).toBe(1);
  });
});
