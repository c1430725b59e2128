import { runStep } from './run-step.mjs';

describe('runStep', () => {
  function script(source, options) {
    return runStep(process.execPath, ['-e', source], options);
  }

  it('tells the exit code', async () => {
    expect(await script('')).toEqual({ code: 0, isOverTime: false });
    expect(await script('process.exitCode = 7')).toEqual({ code: 7, isOverTime: false });
  });

  it('tells the signal that ended it as a shell does', async () => {
    expect(await script("process.kill(process.pid, 'SIGTERM')")).toEqual({ code: 143, isOverTime: false });
  });

  it('ends what takes longer than it may', async () => {
    expect(await script('setInterval(() => {}, 1_000)', { timeLimitMs: 100 })).toEqual({ code: 143, isOverTime: true });
  });

  it('passes on the environment', async () => {
    const env = { ...process.env, ANSWER: '42' };
    expect(await script('process.exitCode = Number(process.env.ANSWER)', { env })).toEqual({
      code: 42,
      isOverTime: false,
    });
  });

  it('leaves no listeners behind', async () => {
    const before = process.listenerCount('SIGINT');
    await script('');
    spyOn(console, 'error');
    await runStep('no-such-program-here', []);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('fails, and does not throw, where there is no such program', async () => {
    spyOn(console, 'error');
    expect(await runStep('no-such-program-here', [])).toEqual({ code: 127, isOverTime: false });
    expect(console.error).toHaveBeenCalledWith(jasmine.stringContaining('no-such-program-here'));
  });
});
