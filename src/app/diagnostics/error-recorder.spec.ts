import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';

import { ConnectionLog, provideWebSocket } from '../../services/index.ts';
import { ErrorRecorder } from './error-recorder.ts';

describe('ErrorRecorder', () => {
  it('tells the connection log and the console', async () => {
    TestBed.configureTestingModule({
      providers: [provideWebSocket(), { provide: ErrorHandler, useClass: ErrorRecorder }],
    });
    const log = spyOn(console, 'error');
    const thrown = new RangeError('一只橘猫');
    TestBed.inject(ErrorHandler).handleError(thrown);
    const { entries } = await firstValueFrom(TestBed.inject(ConnectionLog).state$);
    expect(entries).toEqual([jasmine.objectContaining({ kind: 'fault', name: 'RangeError' })]);
    expect(log.calls.mostRecent().args).toContain(thrown);
  });
});
