import { Pipe, type PipeTransform } from '@angular/core';

const VISIBLE = 4;

/** The two ends of a user code: enough to tell it from another, too little to use it. */
@Pipe({ name: 'shortCode' })
export class ShortCodePipe implements PipeTransform {
  transform(code: string): string {
    return code.length <= 2 * VISIBLE ? code : `${code.slice(0, VISIBLE)}…${code.slice(-VISIBLE)}`;
  }
}
