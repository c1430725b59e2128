import { MockLanguageModelV4, simulateReadableStream } from 'ai/test';
import { collect } from '../testing/index.ts';
import type { Bot, BotEvent, BotRequest } from './bot.ts';
import { ModelBot } from './model-bot.ts';
import { loadBot } from './load-bot.ts';
import { type ChatAnswer, ChatCompletionsServer } from './testing/chat-completions-server.ts';

const NEVER = new AbortController().signal;

/** A model that answers with these pieces. */
function modelOf(...pieces: readonly string[]): MockLanguageModelV4 {
  const usage = {
    inputTokens: { total: 1, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: 1, text: undefined, reasoning: undefined },
  };
  return new MockLanguageModelV4({
    doStream: async () => ({
      stream: simulateReadableStream({
        initialDelayInMs: null,
        chunkDelayInMs: null,
        chunks: [
          { type: 'text-start' as const, id: '1' },
          ...pieces.map((delta) => ({ type: 'text-delta' as const, id: '1', delta })),
          { type: 'text-end' as const, id: '1' },
          { type: 'finish' as const, finishReason: { unified: 'stop' as const, raw: 'stop' }, usage },
        ],
      }),
    }),
  });
}

function eventsOf(bot: Bot, request: Partial<BotRequest> = {}, signal = NEVER): Promise<readonly BotEvent[]> {
  return collect(bot.respond({ content: '一只猫', past: [], ...request }, signal));
}

describe('ModelBot', () => {
  it('streams what it says, then the prompt under it, and decides by the whole', async () => {
    const bot = new ModelBot(
      modelOf('{"kind":"clip","reply":"好的，', '画一只猫。","prompt":"一只橘猫，', '雨夜，霓虹灯"}'),
    );
    const events = await eventsOf(bot);
    const text = '好的，画一只猫。\n\n> 一只橘猫，雨夜，霓虹灯';
    expect(events.slice(0, -1).length).toBeGreaterThan(1);
    expect(events.map((event) => (event.kind === 'text' ? event.delta : '')).join('')).toBe(text);
    expect(events.at(-1)).toEqual({
      kind: 'decision',
      text,
      decision: { kind: 'clip', prompt: '一只橘猫，雨夜，霓虹灯' },
    });
  });

  it('answers what is no wish', async () => {
    const events = await eventsOf(new ModelBot(modelOf('{"kind":"answer","reply":"不客气！"}')));
    expect(events.at(-1)).toEqual({ kind: 'decision', text: '不客气！', decision: { kind: 'answer' } });
  });

  it('makes shots of a long wish, six at most, and a clip of a single one', async () => {
    const shots = Array.from({ length: 8 }, (_, index) => `镜头${index}`);
    const many = await eventsOf(new ModelBot(modelOf(JSON.stringify({ kind: 'shots', reply: '分镜：', shots }))));
    expect(many.at(-1)).toEqual({
      kind: 'decision',
      text: '分镜：\n\n1. 镜头0\n2. 镜头1\n3. 镜头2\n4. 镜头3\n5. 镜头4\n6. 镜头5',
      decision: { kind: 'shots', prompts: shots.slice(0, 6) },
    });
    const one = await eventsOf(new ModelBot(modelOf('{"kind":"shots","reply":"","shots":["猫"]}')));
    expect(one.at(-1)).toEqual(jasmine.objectContaining({ decision: { kind: 'clip', prompt: '猫' } }));
  });

  it('gives the model the conversation as it went', async () => {
    const model = modelOf('{"kind":"clip","reply":"","prompt":"夜晚的海边"}');
    const past = [
      { asked: '海边', answer: '好的。', prompt: '清晨的海边，小船' },
      { asked: '谢谢', answer: '不客气！' },
    ];
    await eventsOf(new ModelBot(model), { content: '把刚才那个改成晚上', past });
    const said = model.doStreamCalls[0]?.prompt.map(({ role, content }) => [
      role,
      typeof content === 'string' ? '…' : content.map((part) => ('text' in part ? part.text : '')).join(''),
    ]);
    expect(said).toEqual([
      ['system', '…'],
      ['user', '海边'],
      ['assistant', '{"kind":"clip","reply":"好的。","prompt":"清晨的海边，小船"}'],
      ['user', '谢谢'],
      ['assistant', '{"kind":"answer","reply":"不客气！"}'],
      ['user', '把刚才那个改成晚上'],
    ]);
  });

  it('tells the model of reference images, then and now', async () => {
    const model = modelOf('{"kind":"clip","reply":"","prompt":"参考图里的画面动起来"}');
    const past = [{ asked: '这张', images: 1, prompt: '参考图，缓慢推近' }];
    await eventsOf(new ModelBot(model), { content: '让它动起来', images: 2, past });
    const said = model.doStreamCalls[0]?.prompt.map(({ content }) =>
      typeof content === 'string' ? content : content.map((part) => ('text' in part ? part.text : '')).join(''),
    );
    expect(said?.[0]).toContain('[reference images:');
    expect([said?.[1], said?.at(-1)]).toEqual(['这张\n\n[reference images: 1]', '让它动起来\n\n[reference images: 2]']);
  });

  const endless = '一只猫'.repeat(1_400);
  const odd = ['好的！', '{"kind":"clip","reply":"好"}', '{"kind":"dance"}', '{"kind":"answer"', ''];
  const tooLong = [
    { kind: 'clip', reply: '', prompt: endless },
    { kind: 'shots', reply: '', shots: ['一只猫', endless] },
    { kind: 'answer', reply: endless },
  ];
  for (const answer of [...odd, ...tooLong.map((each) => JSON.stringify(each))]) {
    it(`fails where the answer can’t be read, or sent once more by a person: ${answer.slice(0, 40)}`, async () => {
      await expectAsync(eventsOf(new ModelBot(modelOf(answer)))).toBeRejected();
    });
  }

  describe('with a server of /v1/chat/completions', () => {
    let server: ChatCompletionsServer;
    let answer: ChatAnswer;

    beforeEach(async () => {
      server = await ChatCompletionsServer.start(() => answer);
    });

    afterEach(() => server.close());

    const bot = (): Promise<Bot> => loadBot({ model: 'qwen3', url: server.url, key: 'secret' });

    it('asks for JSON that streams', async () => {
      answer = { text: '{"kind":"clip","reply":"好的。","prompt":"一只橘猫"}' };
      const events = await eventsOf(await bot());
      expect(events.at(-1)).toEqual(jasmine.objectContaining({ decision: { kind: 'clip', prompt: '一只橘猫' } }));
      expect(server.requests).toEqual([
        jasmine.objectContaining({ model: 'qwen3', stream: true, response_format: { type: 'json_object' } }),
      ]);
    });

    it('fails where the server refuses, or breaks off', async () => {
      for (answer of [{ status: 401 }, { brokenText: '{"kind":"answer","reply":"不客' }] as const) {
        await expectAsync(eventsOf(await bot())).toBeRejected();
      }
    });

    it('ends soon after it is told to, and after its time', async () => {
      answer = { silence: true };
      const stop = new AbortController();
      const stopped = eventsOf(await bot(), {}, stop.signal);
      stop.abort('cancelled');
      await expectAsync(stopped).toBeRejected();
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      const model = createOpenAICompatible({ name: 'text', baseURL: server.url }).chatModel('qwen3');
      await expectAsync(eventsOf(new ModelBot(model, { timeoutMs: 50 }))).toBeRejected();
    });
  });
});
