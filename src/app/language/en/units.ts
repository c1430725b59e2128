import type { Texts } from '../texts.ts';

export const units: Texts['units'] = {
  secondsOne: '{{count}} second',
  secondsOther: '{{count}} seconds',
  minutesOne: '{{count}} minute',
  minutesOther: '{{count}} minutes',
  hoursOne: '{{count}} hour',
  hoursOther: '{{count}} hours',
};
