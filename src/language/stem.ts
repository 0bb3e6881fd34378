import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

const known = new Map<string, string>();
/** No language has so many words; broken files bring new ones for ever. */
const mostKnown = 50_000;

/** Forms that the stemmer leaves apart and that a contract uses as one word; and words that it makes one with others. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    us: 'uss',
    ours: 'ourss',
    yours: 'yourss',
    theirs: 'theirss',
    kept: 'keep',
    held: 'hold',
    sold: 'sell',
    told: 'tell',
    gave: 'give',
    given: 'give',
    took: 'take',
    taken: 'take',
    made: 'make',
    written: 'write',
    wrote: 'write',
    sent: 'send',
    sought: 'seek',
    bound: 'bind',
    shown: 'show',
    drawn: 'draw',
    went: 'go',
    gone: 'go',
    goes: 'go',
    left: 'leave',
    lost: 'lose',
    got: 'get',
    gotten: 'get',
    met: 'meet',
    found: 'find',
    brought: 'bring',
    let: 'let',
    built: 'build',
    bought: 'buy',
    ceded: 'cede',
    known: 'know',
    knew: 'know',
    seen: 'see',
    saw: 'see',
    chosen: 'choose',
    chose: 'choose',
    stolen: 'steal',
    struck: 'strike',
    undertaken: 'undertake',
    undertook: 'undertake',
    arisen: 'arise',
    withdrawn: 'withdraw',
    overridden: 'override',
    forbidden: 'forbid',
    forbade: 'forbid',
    laid: 'lay',
    dealt: 'deal',
    withheld: 'withhold',
    has: 'have',
    had: 'have',
    having: 'have',
    is: 'be',
    are: 'be',
    was: 'be',
    were: 'be',
    been: 'be',
    being: 'be',
    am: 'be',
    does: 'do',
    did: 'do',
    done: 'do',
    doing: 'do',
    children: 'child',
    people: 'person',
    men: 'man',
    women: 'woman',
    data: 'data',
    // "no responses" is no lack of responsibility.
    response: 'responz',
    responses: 'responz',
    // "information" is a thing, to inform an act; short forms are kept as they stand.
    information: 'info',
    // A person is not personalized, nor a customer customized; a doer is not the deed.
    personalize: 'personaliz',
    personalized: 'personaliz',
    personalizes: 'personaliz',
    personalizing: 'personaliz',
    personalization: 'personaliz',
    personalise: 'personaliz',
    personalised: 'personaliz',
    personalises: 'personaliz',
    personalising: 'personaliz',
    customize: 'customiz',
    customized: 'customiz',
    customizes: 'customiz',
    customizing: 'customiz',
    customise: 'customiz',
    customised: 'customiz',
    advertiser: 'advertisor',
    advertisers: 'advertisor',
    // A consultant is a party, to consult an act; a cooperative cooperates, and corrective action corrects no record.
    consultant: 'consultnt',
    consultants: 'consultnt',
    cooperative: 'cooperatv',
    cooperatives: 'cooperatv',
    corrective: 'correctv',
    // Who provides is named in every clause and provides nothing there.
    provider: 'providr',
    providers: 'providr',
    processor: 'processr',
    processors: 'processr',
    operator: 'operatr',
    operators: 'operatr',
    developer: 'developr',
    developers: 'developr',
    purchaser: 'purchasr',
    purchasers: 'purchasr',
    subscriber: 'subscribr',
    subscribers: 'subscribr',
    researcher: 'researchr',
    researchers: 'researchr',
    evaluator: 'evaluatr',
    evaluators: 'evaluatr',
    customer: 'customr',
    customers: 'customr',
    respondent: 'respondnt',
    respondents: 'respondnt',
    // "Internal laws" are no interns', general terms generate nothing, respective parties respect no law, and fitness fits no ad.
    internal: 'internl',
    internally: 'internl',
    international: 'internationl',
    general: 'generl',
    generally: 'generl',
    respective: 'respectv',
    respectively: 'respectv',
    fitness: 'fitnes',
    immunization: 'immuniz',
    immunizations: 'immuniz',
    community: 'communitee',
    communities: 'communitee',
    conversation: 'conversatn',
    conversations: 'conversatn',
    important: 'importnt',
    importance: 'importnt',
    experiment: 'experimnt',
    experiments: 'experimnt',
    utility: 'utilitee',
    utilities: 'utilitee',
    providence: 'providnce',
    universal: 'universl',
    universally: 'universl',
    institutional: 'institutionl',
    marketer: 'marketr',
    // Markets are places; who markets to somebody solicits. Who receives, acquires, insures or retails is a body.
    markets: 'marketz',
    receiver: 'receivr',
    receivers: 'receivr',
    acquirer: 'acquirr',
    acquirers: 'acquirr',
    insurer: 'insurr',
    insurers: 'insurr',
    retailer: 'retailr',
    retailers: 'retailr',
    // A regulator makes regulations, and sanitation sanitizes no disk.
    regulator: 'regulatr',
    regulators: 'regulatr',
    sanitation: 'sanitatn',
    // What is exclusive excludes nothing.
    exclusive: 'exclusiv',
    exclusively: 'exclusiv',
    // "several" things, and "severe" ones, are not severed; what is "separate" need not be separable.
    several: 'severl',
    severally: 'severl',
    severance: 'severnc',
    severe: 'severr',
    severely: 'severr',
    severity: 'severr',
    separable: 'separabl',
    separability: 'separabl',
    inseparable: 'inseparabl',
    // A government does not govern a contract, and securities are not secure.
    government: 'governmnt',
    governments: 'governmnt',
    governmental: 'governmnt',
    governor: 'governr',
    securities: 'securits',
    // Two columns added are no ad.
    added: 'add',
    adding: 'add',
    offering: 'offring',
    offerings: 'offring',
    marketers: 'marketr',
    publisher: 'publishr',
    publishers: 'publishr',
    heard: 'hear',
    organisation: 'organization',
    licence: 'license',
    erasure: 'eras',
    disposal: 'dispos',
    disposition: 'dispos',
    removal: 'remov',
    retrieval: 'retriev',
    denial: 'deni',
    renewal: 'renew',
    refusal: 'refus',
    ownership: 'own',
    owner: 'own',
    owners: 'own',
    proprietor: 'proprietari',
    correction: 'correct',
    notice: 'notic',
    notices: 'notic',
  }),
);

/** No word of a contract is longer, and the stemmer takes time by the square. */
const longest = 60;

/**
 * The Porter stem of a lower-case word (M. F. Porter, "An algorithm for suffix stripping", 1980), with irregular forms
 * and British spellings (-ise, -our) brought together first.
 */
export function stem(word: string): string {
  if (word.length > longest) return word;
  const found = known.get(word);
  if (found === undefined) {
    const plain = irregular.get(word);
    const stemmed: string =
      plain === undefined ? PorterStemmer.stem(american(word)) : plain.length > 4 ? PorterStemmer.stem(plain) : plain;
    if (known.size >= mostKnown) known.clear();
    known.set(word, stemmed);
    return stemmed;
  }
  return found;
}

function american(word: string): string {
  if (word.length < 7) return word;
  return word.replace(/is(e|ed|es|ing|ation)$/u, 'iz$1').replace(/our(s|ed|ing|able)?$/u, 'or$1');
}
