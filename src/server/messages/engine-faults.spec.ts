import { EngineFault } from '../../engines/index.ts';
import { engineFaultMessage } from './engine-faults.ts';

describe('engineFaultMessage', () => {
  it('tells a fault of an engine by its cause', () => {
    const message = engineFaultMessage(new EngineFault('engine_no_credit', { detail: 'balance: 0' }));
    expect(message).toEqual(jasmine.objectContaining({ code: 'engine_no_credit', detail: 'balance: 0' }));
  });

  it('says of a job that may have been done what it may have cost, that it is left alone, and what one can do', () => {
    const message = engineFaultMessage(new EngineFault('engine_uncertain'));
    expect(message.content).toMatch(/可能已经完成.*可能已经计费.*不会自动.*手动重试/);
    expect(message.retryable).toBeTrue();
  });

  it('says that it was the disk', () => {
    const error = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const message = engineFaultMessage(error);
    expect(message.code).toBe('internal');
    expect(message.detail).toContain('disk');
    expect(message.retryable).toBeTrue();
  });

  it('tells nothing of anything else', () => {
    expect(engineFaultMessage(new Error('at /home/someone')).detail).toBeUndefined();
  });
});
