/**
 * WEBHOOK_TOKEN, as one place knows it: one token, or several separated by commas while one is
 * rotated. The ingress takes each of them; a subscription is given the first.
 */
import { z } from '../../platform/process/config.ts';
import { Secret } from '../../platform/process/secret.ts';

/** Workfront's limit (reference B.1). */
const TOKEN_CHARACTERS_MAX = 254;

export const webhookTokens = z
  .string()
  .transform(listed)
  .refine((list) => list.every(({ length }) => length > 0 && length <= TOKEN_CHARACTERS_MAX), {
    message: 'must be one or more tokens of 1 to 254 characters, separated by commas',
  })
  .transform((list) => new Secret(list.join(',')))
  .meta({ form: 'secret, or several separated by commas' });

/** All that a delivery may bear. */
export function tokensOf(tokens: Secret): string[] {
  return listed(tokens.reveal());
}

/** The one to hand out. */
export function firstToken(tokens: Secret): string {
  return tokensOf(tokens)[0] ?? '';
}

function listed(text: string): string[] {
  return text.split(',').map((token) => token.trim());
}
