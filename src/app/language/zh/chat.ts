/** The conversation: messages, jobs, deliveries, announcements. */
export const chat = {
  newMessagesOne: '{{count}} 条新消息',
  newMessagesOther: '{{count}} 条新消息',
} as const;
