import { Phrases } from './phrases.ts';
import { oneOf } from './words.ts';

/** What a word or phrase does to the standing of the words about it. */
export type CueKind = 'negator' | 'opener' | 'must' | 'may' | 'harmless' | 'backward' | 'duty';

// Of a phrase that two kinds list, the later kind decides.
const kinds: readonly CueKind[] = ['negator', 'opener', 'must', 'duty', 'may', 'harmless', 'backward'];

const cues: Readonly<Record<CueKind, string>> = {
  // Deny what follows, up to the end of the clause; two of them cancel out.
  negator: `
  not, never, no, none, neither, nor, nothing, nobody, no one, without, nowhere, no longer, in no event,
  under no circumstances, under no circumstance, at no time, in no way, by no means, in no case, on no account,
  prohibited from, forbidden from, forbidden to, prohibit from, barred from, precluded from, enjoined from,
  restrained from, refrain from, abstain from, desist from, disclaim, give up, gives up, renounce, relinquish,
  waive, disavow, forswear, forgo, forego, decline to, refuse to, fail to, failure to, free of, free from,
  lack, lacks, devoid of, stop short of, prohibition on, prohibition against, ban on, bar on, bar against,
  prohibits, forbids, disallow, outlaw, withhold from, instead of, rather than, stripped of, keep from,
  steer clear of, stay out of, exclude, excluding, not a, zero, hardly, non, prevent from, may be prohibited,
  deny, denies, divest, cease to, stop, stays away from, hold back from, prohibited to, nil
  `,
  // End a denial: what comes after is excepted from it.
  opener: `
  but, except, unless, other than, save, save as, save that, save for, provided, provided that, until, however,
  beyond, outside of, apart from, aside from, besides, only, solely, exclusively
  `,
  // Owe what follows.
  must: `
  shall, will, must, agree to, agrees to, agree that, undertake to, undertakes to, covenant, promise,
  commit to, commits to, is to, are to, has to, have to, responsible for, warrant, guarantee, needs to,
  ought to, pledge, undertakes, be bound by, hereby, see to it
  `,
  // Owe what follows; denied, they free from it ("no obligation to").
  duty: `
  require, required to, obliged to, obligated to, obliged, obligated, bound to, obligation to, obligation,
  duty to, duty, need, responsibility, requires, compelled, compel, oblige, obligate, owe, undertaking to,
  commitment to, expected to, responsible, liable to
  `,
  // Allow what follows.
  may: `
  may, can, could, might, entitled to, permitted to, allowed to, free to, right to, authorized to, authorize,
  permit, allow, license to, at liberty to, able to, reserve the right, discretion to, option to, power to,
  leave to, consent to, entitle, let
  `,
  // Look like denials and are none.
  harmless: `
  not later than, no later than, never later than, not more than, no more than, and no more, never more than, never less than,
  not less than, no less than, not fewer than, no fewer than, not longer than, no longer than, not only,
  not be longer than, not be later than, not be more than,
  not limited to, without limitation, without limiting, whether or not, not to exceed, not exceeding,
  no matter, no doubt, without doubt, without a doubt, or none, or no reason, for no reason, no reason or any, nothing less than, without charge,
  without cost, without further, without notice, no cost, no charge, if not, or not, not just,
  without prejudice, without regard to, not weaker, no weaker, not lower, no lower, no event later,
  in no event later than, in no case later than, in no event more than, in no case more than,
  in any event not later, no sooner, no additional, no extra, and nothing more, and nothing else,
  and for nothing else, and no other, and for no other, where prohibited, unless prohibited,
  unless otherwise prohibited, as prohibited, not inconsistent, non disclosure, non exclusive,
  non transferable, non instructional, non school, non educational, non commercial, not less, no slower,
  not exceed, notwithstanding, may not be limited to, not unreasonably, no less, no worse, no fewer,
  non proprietary, non public, not yet, without exception, no exceptions, no exception, without hindrance,
  with no need, with no further, with no unreasonable, with no undue, with no needless, no difference, not matter,
  yes or no, may or may not, why not, not mind,
  without fail, without question, without waiting, not wait, not have to wait, but not the obligation,
  but not an obligation, but not the duty, but no obligation, though not the obligation, and not the obligation,
  but without obligation, but without any obligation
  `,
  // Deny what stands before them in the clause ("is prohibited").
  backward: `
  not permitted, not allowed, off limits, ruled out, out of bounds,
  not authorized, is impermissible, is a breach, is never a permitted, is not a permitted, is no permitted,
  is never an authorized, is not an authorized, is grounds for, are grounds for, be grounds for,
  is cause for termination, is a violation, be a violation, is a material breach,
  be a material breach, be a breach, off the table, out of the question,
  not acceptable, has no place, have no place, be unlawful, constitutes a breach, constitutes a material breach,
  constitute a material breach, is not on, never happen, does not happen, not occur
  `,
};

/** "is hereby strictly prohibited": what a participle bans is its subject. */
const forms = ['is', 'are', 'be', 'shall be', 'will be', 'must be'];
const degrees =
  'strictly, expressly, specifically, absolutely, likewise, also, hereby, wholly, altogether, entirely, equally';
const bans = 'prohibited, forbidden, barred, banned, disallowed, excluded, foreclosed, precluded, proscribed, outlawed';
const listed = (names: string) => names.split(', ');
const banned = listed(bans).flatMap((ban) => [
  ...forms.map((form) => `${form} ${ban}`),
  ...listed(degrees).map((degree) => `${degree} ${ban}`),
]);

const phrases = new Phrases();
for (const [id, kind] of kinds.entries()) {
  for (const phrase of cues[kind].split(',')) phrases.add(phrase, id);
}
for (const phrase of banned) phrases.add(phrase, kinds.indexOf('backward'));

const forbidding = oneOf('prohibits forbids bars bans excludes disallows precludes proscribes outlaws');

/** The longest cue at a word; "not later than" wins over "not". */
export function cueAt(text: Parameters<Phrases['longest']>[0], at: number): { kind: CueKind; end: number } | undefined {
  const found = phrases.longest(text, at);
  const kind = found && kinds[found.id];
  // "strictly prohibits" has the stem of "strictly prohibited", and denies what follows it.
  if (kind === 'backward' && forbidding.has(text[found?.end ? found.end - 1 : at]?.text ?? ''))
    return { kind: 'negator', end: found?.end ?? at + 1 };
  return kind && { kind, end: found.end };
}
