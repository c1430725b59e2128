import { TestBed } from '@angular/core/testing';
import { SwUpdate, type UnrecoverableStateEvent, type VersionEvent } from '@angular/service-worker';
import { Subject } from 'rxjs';

import { elapse, useFakeClock } from '../../testing/index.ts';
import { WebSocketStatus } from '../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { AppUpdate, RELOAD_PAGE } from './app-update.ts';

const HOUR = 60 * 60 * 1_000;

describe('AppUpdate', () => {
  const clock = useFakeClock();
  const checkForUpdate = jasmine.createSpy('checkForUpdate');
  const reload = jasmine.createSpy('reload');
  let versionUpdates: Subject<VersionEvent>;
  let unrecoverable: Subject<UnrecoverableStateEvent>;
  let update: AppUpdate;
  let socket: FakeWebSocketService;

  beforeEach(() => {
    versionUpdates = new Subject();
    unrecoverable = new Subject();
    checkForUpdate.calls.reset();
    checkForUpdate.and.rejectWith(new Error('no network'));
    reload.calls.reset();
    const worker = { isEnabled: true, versionUpdates, unrecoverable, checkForUpdate };
    TestBed.configureTestingModule({
      providers: [
        provideFakeWebSocket(),
        { provide: SwUpdate, useValue: worker },
        { provide: RELOAD_PAGE, useValue: reload },
      ],
    });
    update = TestBed.inject(AppUpdate);
    socket = TestBed.inject(FakeWebSocketService);
  });

  afterEach(() => {
    TestBed.resetTestingModule();
  });

  it('tells of a version that is ready, and not of one that is only on its way', () => {
    versionUpdates.next({ type: 'VERSION_DETECTED', version: { hash: 'b' } });
    expect(update.state()).toBeNull();
    versionUpdates.next({ type: 'VERSION_READY', currentVersion: { hash: 'a' }, latestVersion: { hash: 'b' } });
    expect(update.state()).toBe('ready');
  });

  it('never reloads by itself', () => {
    versionUpdates.next({ type: 'VERSION_READY', currentVersion: { hash: 'a' }, latestVersion: { hash: 'b' } });
    unrecoverable.next({ type: 'UNRECOVERABLE_STATE', reason: 'a file is gone' });
    clock.tick(2 * HOUR);
    expect(reload).not.toHaveBeenCalled();
    update.apply();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('says no more when it is put off, until something else is learnt', () => {
    versionUpdates.next({ type: 'VERSION_READY', currentVersion: { hash: 'a' }, latestVersion: { hash: 'b' } });
    update.postpone();
    expect(update.state()).toBeNull();
    unrecoverable.next({ type: 'UNRECOVERABLE_STATE', reason: 'a file is gone' });
    expect(update.state()).toBe('broken');
  });

  it('asks every hour, whatever came of it the last time', () => {
    clock.tick(3 * HOUR);
    expect(checkForUpdate).toHaveBeenCalledTimes(3);
  });

  it('tells of what a question has found', async () => {
    checkForUpdate.and.resolveTo(true);
    await elapse(HOUR);
    expect(update.state()).toBe('ready');
  });

  it('asks when the connection is back, and not when it first came to be', () => {
    expect(checkForUpdate).not.toHaveBeenCalled();
    socket.setConnection({ status: WebSocketStatus.RECONNECTING });
    socket.setConnection({ status: WebSocketStatus.CONNECTED });
    expect(checkForUpdate).toHaveBeenCalledTimes(1);
  });

  it('does not ask at each beat of a connection that comes and goes', () => {
    for (let time = 0; time < 20; time++) {
      socket.setConnection({ status: WebSocketStatus.RECONNECTING });
      socket.setConnection({ status: WebSocketStatus.CONNECTED });
      clock.tick(1_000);
    }
    expect(checkForUpdate).toHaveBeenCalledTimes(1);
  });
});

describe('AppUpdate without a service worker', () => {
  it('has nothing to tell', () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    expect(TestBed.inject(AppUpdate).state()).toBeNull();
  });
});
