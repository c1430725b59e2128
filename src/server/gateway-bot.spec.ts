import { randomUUID } from 'node:crypto';
import { type BotScript, saying, ScriptedBot } from '../bot/testing/scripted-bot.ts';
import { happyScript, type Script, ScriptedEngine, untilAborted } from '../engines/testing/scripted-engine.ts';
import type { PromptMessage, VideoMessage } from '../protocol/index.ts';
import type { Gateway } from './gateway.ts';
import { DataFolder, type DataFolderOptions } from './storage/data-folder.ts';
import { prompt } from './ports/testing/messages.ts';
import { ReturningClient } from './testing/returning-client.ts';
import { makeTemporaryFolder } from '../engines/testing/temporary-folder.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';

/** Answers thanks, makes shots of stories, changes what was drawn last, and has everything else in better words. */
const kitten: BotScript = ({ content, past }) => {
  if (content === '谢谢') return saying('不客气！', { kind: 'answer' });
  if (content.startsWith('故事'))
    return saying('三个镜头：', { kind: 'shots', prompts: ['镜头甲', '镜头乙', '镜头丙'] });
  const before = past.findLast((turn) => turn.prompt !== undefined)?.prompt;
  const full = content.startsWith('改') ? `${before}，夜晚` : `${content}，电影感`;
  return saying(`好的。\n\n> ${full}`, { kind: 'clip', prompt: full });
};

const hanging: BotScript = async function* (_request, signal) {
  yield { kind: 'text', delta: '让我想' };
  await untilAborted(signal);
};

const failing: BotScript = async function* () {
  yield { kind: 'text', delta: '好' };
  throw new Error('secret', { cause: new TypeError('what was said') });
};

describe('a gateway with a bot', () => {
  let client: ReturningClient;
  let engine: ScriptedEngine;
  let bot: ScriptedBot;
  let folder: string;

  beforeEach(async () => {
    client = new ReturningClient(randomUUID());
    folder = await makeTemporaryFolder();
  });

  afterEach(stopTestGateways);

  async function start(
    script: BotScript,
    engineScript: Script = happyScript,
    data?: DataFolderOptions,
  ): Promise<Gateway> {
    engine = new ScriptedEngine(engineScript);
    bot = new ScriptedBot(script);
    const gateway = await startTestGateway({ engine, bot, storage: await DataFolder.open(folder, data) });
    await client.connect(gateway);
    return gateway;
  }

  async function ask(...asked: readonly PromptMessage[]): Promise<void> {
    client.socket.send(asked);
    await client.untilOver(asked);
  }

  const prompts = (): readonly string[] => engine.requests.map((request) => request.prompt);
  const clips = (): readonly VideoMessage[] => {
    client.collect();
    return client.durable.filter((message) => message.type === 'video');
  };
  const textsOf = ({ id }: PromptMessage) =>
    client.durable.filter((message) => message.type === 'text').filter(({ replyTo }) => replyTo === id);

  it('says that it talks, and streams what it says under one id', async () => {
    await start(kitten);
    expect(client.welcomes[0]?.features).toContain('talk');
    const thanks = prompt('谢谢');
    await ask(thanks);
    const pieces = client.socket.messages.filter((message) => message.type === 'text');
    expect(pieces.map(({ content, append, seq }) => [content, append, seq])).toEqual([
      ['不客', true, undefined],
      ['气！', true, undefined],
      ['不客气！', undefined, 2],
    ]);
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(1);
  });

  it('answers what is no wish, and makes no clip of it', async () => {
    await start(kitten);
    const thanks = prompt('谢谢');
    await ask(thanks);
    expect(client.storyOf(thanks)).toEqual(['accepted', 'text', 'completed']);
    expect(engine.requests).toEqual([]);
  });

  it('gives the engine a full prompt, which the person can see before anything is drawn', async () => {
    await start(kitten);
    const cat = prompt('一只猫');
    await ask(cat);
    expect(client.storyOf(cat)).toEqual(['accepted', 'text', 'started', 'text', 'image', 'video', 'completed']);
    expect(textsOf(cat)[0]).toEqual(
      jasmine.objectContaining({ content: '好的。\n\n> 一只猫，电影感', prompt: '一只猫，电影感' }),
    );
    expect(prompts()).toEqual(['一只猫，电影感']);
  });

  it('knows what was asked before in the same conversation, and nothing of another one', async () => {
    await start(kitten);
    const [sea, other] = [prompt('海边'), prompt('雪山')];
    const thanks = { ...prompt('谢谢'), follows: sea.id };
    await ask(sea);
    await ask(other);
    await ask(thanks);
    await ask({ ...prompt('改成晚上'), follows: thanks.id });
    expect(bot.requests.at(-1)?.past).toEqual([
      { asked: '海边', answer: '好的。', prompt: '海边，电影感' },
      { asked: '谢谢', answer: '不客气！' },
    ]);
    expect(prompts().at(-1)).toBe('海边，电影感，夜晚');
  });

  it('makes a job of each shot, which follows the wish and is not read again', async () => {
    await start(kitten);
    const story = { ...prompt('故事'), options: { seed: 7 } };
    await ask(story);
    await client.socket.until(() => engine.requests.length === 3);
    client.collect();
    expect(client.storyOf(story)).toEqual(['accepted', 'text', 'completed']);
    expect(textsOf(story)[0]).toEqual(jasmine.objectContaining({ shots: ['镜头甲', '镜头乙', '镜头丙'] }));
    const shots = client.durable
      .filter((message) => message.type === 'system' && message.event === 'accepted')
      .slice(1);
    expect(shots.map((message) => 'prompt' in message && [message.prompt, message.follows])).toEqual([
      ['镜头甲', story.id],
      ['镜头乙', story.id],
      ['镜头丙', story.id],
    ]);
    expect(engine.requests.map((request) => [request.prompt, request.options?.seed])).toEqual([
      ['镜头甲', 7],
      ['镜头乙', 7],
      ['镜头丙', 7],
    ]);
    expect(bot.requests.length).toBe(1);
    // Each shot tells its prompt in `madeWith`: no client has sent it, the bot has written it.
    expect(shots.map((message) => 'madeWith' in message && message.madeWith.prompt)).toEqual(prompts());
    await client.socket.until(() => clips().length === 3);
    expect(clips().map(({ madeWith }) => madeWith?.prompt)).toEqual(prompts());
  });

  it('says with a clip what the bot has made of the wish', async () => {
    await start(kitten);
    await ask(prompt('一只猫'));
    expect(clips().map(({ madeWith }) => madeWith?.prompt)).toEqual(['一只猫，电影感']);
  });

  it('says how many shots had no room in the queue', async () => {
    await start(kitten, happyScript, { jobLimits: { perCode: 3 } });
    const story = prompt('故事');
    await ask(story);
    expect(textsOf(story).map(({ content }) => content)).toEqual([
      '三个镜头：',
      '排队的任务太多，最后 1 个镜头没有排上，请稍后再发一次。',
    ]);
    expect(textsOf(story).at(-1)?.shots).toEqual(['镜头甲', '镜头乙']);
  });

  it('says how many shots are over what a day has', async () => {
    await start(kitten, happyScript, { dailyLimits: { perCode: 3 } });
    const story = prompt('故事');
    await ask(story);
    expect(textsOf(story).map(({ content }) => content)).toEqual([
      '三个镜头：',
      '今天的任务数已经用完，最后 1 个镜头没有排上，请明天再发。',
    ]);
  });

  it('lets a prompt through that is to stay as it is', async () => {
    await start(kitten);
    await ask({ ...prompt('一只猫'), verbatim: true });
    expect([prompts(), bot.requests.length]).toEqual([['一只猫'], 0]);
  });

  it('draws what was asked where the bot fails, and says so', async () => {
    await start(failing);
    const [cat, dog] = [prompt('一只猫'), prompt('a dog')];
    await ask(cat, dog);
    expect(prompts()).toEqual(['一只猫', 'a dog']);
    expect(textsOf(cat)[0]?.content).toContain('按你的原话来画');
    expect(textsOf(dog)[0]?.content).toContain('by your own words');
    expect(client.storyOf(cat).at(-1)).toBe('completed');
  });

  it('answers while a clip is drawn', async () => {
    const drawing: Script = async function* (_request, signal) {
      yield { kind: 'progress', progress: 0.5, stage: 'draw' };
      await untilAborted(signal);
    };
    await start(kitten, drawing);
    const [cat, thanks] = [prompt('一只猫'), prompt('谢谢')];
    client.socket.send(cat);
    await client.socket.untilEvent('progress');
    await ask(thanks);
    expect(client.storyOf(thanks)).toEqual(['accepted', 'text', 'completed']);
  });

  it('stops thinking when the job is cancelled, and leaves what it has said', async () => {
    await start(hanging);
    const cat = prompt('一只猫');
    client.socket.send(cat);
    await client.socket.until(({ type }) => type === 'text');
    client.socket.send({ type: 'cancel', replyTo: cat.id });
    await client.untilOver([cat]);
    expect(client.storyOf(cat)).toEqual(['accepted', 'text', 'cancelled']);
    expect(prompts()).toEqual([]);
  });

  it('thinks again after a restart where it had not decided, under the same id', async () => {
    const first = await start(hanging);
    const cat = prompt('一只猫');
    client.socket.send(cat);
    const piece = await client.socket.until(({ type }) => type === 'text');
    await first.close();
    await start(kitten);
    await client.untilOver([cat]);
    expect(client.storyOf(cat)).toEqual(['accepted', 'text', 'started', 'text', 'image', 'video', 'completed']);
    expect(textsOf(cat)[0]?.id).toBe(piece.id);
  });

  it('goes on after a restart with what it has decided, and does not think again', async () => {
    const stuck: Script = async function* (_request, signal) {
      yield { kind: 'progress', progress: 0.5, stage: 'draw' };
      await untilAborted(signal);
    };
    const first = await start(kitten, stuck);
    const cat = prompt('一只猫');
    client.socket.send(cat);
    await client.socket.untilEvent('progress');
    await first.close();
    await start(failing);
    await client.untilOver([cat]);
    expect([prompts(), bot.requests.length]).toEqual([['一只猫，电影感'], 0]);
    expect(client.storyOf(cat)).toEqual([
      'accepted',
      'text',
      'started',
      'started',
      'text',
      'image',
      'video',
      'completed',
    ]);
  });
});
