export type { Bot, BotEvent, BotRequest, Decision, PastTurn } from './bot.ts';
export { type BotConfig, readBotConfig } from './bot-config.ts';
export { loadBot } from './load-bot.ts';
export { troubleOfModel } from './model-server.ts';
