import { describe, expect, it } from 'vitest';
import { exitCodeOf, PipelineError } from './errors.ts';

describe('PipelineError', () => {
  it('knows the reaction to its code', () => {
    expect(new PipelineError('UNDECODABLE', 'bad magic byte').reaction).toBe('park');
    expect(new PipelineError('KAFKA_UNAVAILABLE', 'no broker').reaction).toBe('retry');
  });

  it('tells configuration and environment apart by the exit code', () => {
    expect(exitCodeOf(new PipelineError('CONFIG_INVALID', 'PORT'))).toBe(2);
    expect(exitCodeOf(new PipelineError('PROGRAM_MISSING', 'no Java'))).toBe(3);
    expect(exitCodeOf(new PipelineError('USAGE', 'no such letter'))).toBe(2);
    expect(exitCodeOf(new Error('else'))).toBe(1);
  });
});
