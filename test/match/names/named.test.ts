import { expect, test } from 'vitest';
import { named, roleIn } from '../../../src/match/names/named.ts';

const side = (role: 'CONTRACTOR' | 'BOARD') => ({ role, term: -1, capital: false });

test('of two names that differ in number the first stands', () => {
  const names = named([
    ['Owl Game', side('CONTRACTOR')],
    ['owl games', side('BOARD')],
  ]);
  expect(names.list).toHaveLength(1);
  expect(roleIn(names, 'Owl Games')).toBe('CONTRACTOR');
  expect(roleIn(names, 'Owl Games of Elm')).toBeNull();
});

test('a name keeps how the words are written that tell what somebody does, or what is done', () => {
  const [provider, data] = named([
    ['Provider', side('CONTRACTOR')],
    ['protected data', { role: 'DATA', term: -1, capital: false }],
  ]).list;
  expect(provider?.agent).toBe('provider');
  expect(data?.participle).toBe('protected');
});
