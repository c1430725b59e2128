import type { Texts } from '../texts.ts';

/** The page that asks for a password. */
export const access: Texts['access'] = {
  title: 'Enter the password',
  about: 'This Ask Kitten is for people with a password or an invitation link.',
  password: 'Password',
  enter: 'Enter',
  entering: 'Entering…',
  later: 'Use what’s on this device for now',
  wrong: 'That isn’t the password. Please try again.',
  tooMany: 'Too many tries. Please try again in {{seconds}} seconds.',
  unreachable: 'The server could not be reached. Please try again.',
  over: 'This invitation link is no longer valid. Enter the password, or ask for a new link.',
  elsewhere: 'The password can only be entered on the server’s own page:',
};
