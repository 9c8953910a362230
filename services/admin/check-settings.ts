/** The environment is judged before anything starts, for every program that would read it. */
import { problemsOf, readConfig, unusable } from '../platform/process/config.ts';
import type { ConfigProblem, Env } from '../platform/process/config.ts';
import { misspellings } from '../platform/process/misspellings.ts';
import { WAYS_TO_SIGN_IN } from '../source/tenant/sign-in-config.ts';
import { isWanted, SERVICES } from '../processes.ts';
import { SERVICE_SETTINGS } from '../settings.ts';
import { adminSettings, ALL_SETTINGS } from './settings.ts';
import type { AdminSettings } from './settings.ts';

export interface CheckedSettings {
  readonly settings: AdminSettings;
  /** Sentences about variables that nothing reads although they look like ours. */
  readonly doubts: readonly string[];
}

/**
 * CONFIG_INVALID with every problem at once. With `pipeline` also what its processes would refuse
 * at their start, where `up` fills in what was not given.
 */
export function checkSettings(
  env: Env,
  { pipeline }: { readonly pipeline: boolean },
): CheckedSettings {
  const problems = [
    ...problemsOf(adminSettings, env),
    ...misspelt(env),
    ...(pipeline ? pipelineProblems(env) : []),
  ];
  if (problems.length > 0) throw unusable(problems);
  return { settings: readConfig(adminSettings, env), doubts: doubtsOf(env) };
}

const KNOWN_NAMES = [...new Set(ALL_SETTINGS.flatMap(({ schema }) => Object.keys(schema.shape)))];

function misspelt(env: Env): ConfigProblem[] {
  return misspellings(env, KNOWN_NAMES).map(({ given, meant }) => ({
    variable: given,
    problem: `there is no such variable; did you mean ${meant}?`,
  }));
}

function pipelineProblems(env: Env): ConfigProblem[] {
  const tenantIsNamed = Boolean(env['WORKFRONT_URL']);
  const needed = Object.entries(FILLED_IN).filter(([name]) => !env[`${name}_FILE`]);
  const filled = {
    ...Object.fromEntries(needed),
    ...withoutEmpty(env),
    ...(tenantIsNamed ? {} : SANDBOX_TENANT),
  };
  const processes = SERVICES.filter(
    (one) => (one.kind !== 'tenant' || !tenantIsNamed) && isWanted(one, filled),
  );
  return [
    ...processes.flatMap(({ name }) => problemsOf(SERVICE_SETTINGS[name], filled)),
    ...(tenantIsNamed ? [] : credentialsForNobody(env)),
  ];
}

/** A sandbox in place of the tenant that was meant would be a surprise. */
function credentialsForNobody(env: Env): ConfigProblem[] {
  const set = CREDENTIALS.filter((name) => env[name]);
  if (set.length === 0) return [];
  const problem = `is missing, since ${set.join(', ')} is set: name the tenant, or unset that`;
  return [{ variable: 'WORKFRONT_URL', problem }];
}

/** A secret may be in a file, named by the same variable with `_FILE` behind it. */
const CREDENTIALS = WAYS_TO_SIGN_IN.flatMap((name) => [name, `${name}_FILE`]);

/** What `up` gives to its processes by itself, in kind. */
const FILLED_IN: Env = {
  KAFKA_BROKERS: '127.0.0.1:9092',
  SCHEMA_REGISTRY_URL: 'http://127.0.0.1:8081/apis/ccompat/v7',
  DATABASE_URL: 'postgres://127.0.0.1/workfront',
  WEBHOOK_TOKEN: 'made by up',
};

const SANDBOX_TENANT: Env = {
  ...Object.fromEntries(CREDENTIALS.map((name) => [name, undefined])),
  WORKFRONT_URL: 'http://127.0.0.1:4000',
  WORKFRONT_API_KEY: 'sandbox',
  PLANNING_BEARER_TOKEN: 'sandbox',
  PLANNING_IMS_ORG_ID: 'SANDBOX@AdobeOrg',
  PLANNING_CLIENT_ID: 'workfront-cdc',
};

function withoutEmpty(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

/** Families that are ours alone; of KAFKA_ and the like others have variables too. */
const OURS = /^(WORKFRONT|WEBHOOK|JOURNAL|PLANNING|PROJECTOR|SANDBOX)_/;

function doubtsOf(env: Env): string[] {
  return Object.keys(env)
    .filter((name) => OURS.test(name) && !isKnown(name) && !OF_KUBERNETES.test(name))
    .map((name) => `${name} is set, and nothing reads it: see docs/operating/configuration.md.`);
}

function isKnown(name: string): boolean {
  return KNOWN_NAMES.includes(name) || KNOWN_NAMES.includes(name.replace(/_FILE$/, ''));
}

const OF_KUBERNETES = /_SERVICE_(HOST|PORT)(_|$)|_PORT(_\d+_(TCP|UDP|SCTP)(_\w+)?)?$/;
