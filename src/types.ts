// What each stage takes and gives, in pipeline order.
//
//   Source ─extract→ PlainText ─parse→ Contract ─match→ Match[]
//          ─judge→ Finding[] ─decide→ Verdict ─format→ string

/** Offsets into `PlainText.value`, end exclusive, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something worth telling that is no finding: an assumption, a doubt, a part that was not read. */
export interface Note {
  /** Kebab-case, stable: `late-clock`, `struck-text`, `date-assumed`. */
  readonly id: string;
  /** Id of the rule it belongs to (`ct/breach-30-days`); null where it is about the document. */
  readonly rule: string | null;
  /** `error` is no finding of law either: it is what a board told the linter to fail on. */
  readonly level: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly evidence: readonly Evidence[];
  /** Who accepted what it tells; only of what can fail a run. */
  readonly accepted?: Acceptance;
}

// ── extract ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** A file as given: nothing has been read out of it yet. */
export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type FileFormat = 'pdf' | 'docx' | 'doc' | 'odt' | 'rtf' | 'html' | 'markdown' | 'text';

export interface ReadOptions {
  /** Tried in order on a locked file. */
  readonly passwords: readonly string[];
  /** Which view of a document with tracked changes counts as the contract. */
  readonly revisions: 'accepted' | 'original';
  readonly ocr: 'auto' | 'off' | 'force';
  /** Called before slow work on a page; for a progress line on standard error. */
  readonly onProgress?: (message: string) => void;
  readonly signal?: AbortSignal;
}

/** The words of a contract in reading order, with the layout that survived extraction. */
export interface PlainText {
  readonly path: string;
  readonly format: FileFormat;
  /**
   * The whole text, one line for each block, blocks joined by "\n". Numbers that Word makes are printed in it where
   * Word shows them ("4.2(b) Provider shall …"), so that a DOCX and its PDF read alike. No markup, no running heads,
   * no struck or hidden text; white space inside a block is single spaces.
   */
  readonly value: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  /** Null where the format has no pages. */
  readonly pages: number | null;
  /** 1-based. */
  readonly pagesWithoutText: readonly number[];
  /** What was skipped and why (struck, hidden, comments, attachments), which revisions, what was recognised by OCR. */
  readonly notes: readonly Note[];
}

/** A paragraph, heading, list item or table row, as laid out. */
export interface Block extends Span {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row';
  /** Headings: 1 is the outermost. Items: depth of the list, 0 is the outermost. Others: 0. */
  readonly level: number;
  /** 1-based; null where the format has no pages. */
  readonly page: number | null;
  readonly container: 'body' | 'footnote' | 'header' | 'footer' | 'textbox' | 'form' | 'quote';
  /** Rows: which table of the document (from 1). Others: 0. */
  readonly table: number;
  /** Rows: whether it is the table's head row. */
  readonly head: boolean;
  /** Rows: the cells in order, as spans into the text (the block's text is its cells joined by " | "). Others: empty. */
  readonly cells: readonly Span[];
  readonly origin: 'text' | 'ocr';
}

/** A property of a stretch of text that the linter has to tell about or may use. */
export interface Mark extends Span {
  /**
   * `inserted`: inside a tracked insertion. `deleted`: inside a tracked deletion, in the view before the changes.
   * `strong`: bold, as run-in headings are. `ocr`: recognised from a picture.
   */
  readonly kind: 'inserted' | 'deleted' | 'strong' | 'ocr';
  readonly author: string | null;
  /** ISO date, or null. */
  readonly date: string | null;
  /** OCR: mean confidence, 0 to 100; others null. */
  readonly confidence: number | null;
}

/** One input format. */
export interface InputFormat {
  readonly name: FileFormat;
  /** Told by the bytes; the file's name decides only between Markdown and plain text. */
  readonly accepts: (source: Source) => boolean;
  /** Throws `UnreadableError` with a sentence for people. */
  readonly extract: (source: Source, options: ReadOptions) => Promise<PlainText>;
}

// ── parse ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A contract as a lawyer would outline it. */
export interface Contract {
  readonly text: PlainText;
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  readonly parties: readonly Party[];
  readonly terms: readonly Term[];
  /** Names of student data that somebody told beside what the contract defines. */
  readonly dataNames: readonly string[];
  readonly precedence: readonly Precedence[];
  /** Words that another clause takes out or puts in, by place; no two overlap. */
  readonly changes: readonly Change[];
  /** Clauses that change words in a way that is not understood, or words that do not stand where they say. */
  readonly unread: readonly Span[];
  readonly boxes: readonly Box[];
  readonly dates: readonly ContractDate[];
  /** State or country of the board, from its name, its address or "a Connecticut …" ("Connecticut"); null if not told. */
  readonly boardState: string | null;
}

/** The mark of a box: "[x]", "☐"; or the brackets of a blank. */
export interface Box extends Span {
  readonly ticked: boolean;
}

export interface Section extends Span {
  /** As printed: `4.2(b)`, `ARTICLE IV`, `Exhibit G`; '' if it has a title alone. */
  readonly label: string;
  readonly title: string;
  /** 1 is the outermost. */
  readonly level: number;
  /** Index into `Contract.sections`; null for the outermost. */
  readonly parent: number | null;
  /** The document that it belongs to: '' for the main terms, else the label of the exhibit, addendum or attachment. */
  readonly part: string;
}

/**
 * What a stretch of text is for. Only `operative` text binds; a definition binds through the terms that use it.
 * `explanation` tells what was done once, or what a law, a policy or a form asks for, and is nobody's promise (a column
 * headed "what the law requires"); `struck` is text that another clause of the same file deletes or replaces.
 */
export type Zone =
  | 'operative'
  | 'definition'
  | 'recital'
  | 'heading'
  | 'contents'
  | 'question'
  | 'reserved'
  | 'note'
  | 'explanation'
  | 'party'
  | 'signature'
  | 'struck';

/** One sentence (or list item, or table cell) as it is to be understood: with what governs it. */
export interface Statement extends Span {
  /** Index into `PlainText.blocks`. */
  readonly block: number;
  /** Index into `Contract.sections`; null before the first. */
  readonly section: number | null;
  readonly zone: Zone;
  /** The words that open a list and govern this item ("Provider shall not:"), outermost first; read before it. */
  readonly lead: readonly Span[];
  /** The words that close a list and govern this item. */
  readonly tail: Span | null;
  /** Titles it stands under, outermost first, run-in headings and row heads included. */
  readonly headings: readonly Span[];
  /** The question that it answers, or the head of its column. */
  readonly asked: Span | null;
}

export interface Party {
  readonly role: 'contractor' | 'board';
  /** Every name the contract gives it, as written: "Orrery Science, PBC", "Orrery", "Provider". */
  readonly names: readonly string[];
  /** First or second person where the text speaks so ("we", "you"); '' otherwise. */
  readonly person: '' | 'we' | 'you';
  readonly span: Span | null;
}

/** What a contract calls its sides and the data, as somebody told who knows it; each may be empty. */
export interface Called {
  readonly contractor: readonly string[];
  readonly board: readonly string[];
  readonly data: readonly string[];
}

/** A defined term and what it means. */
export interface Term extends Span {
  /** As written, with its other spellings: ["Student Data", "Learner Information"]. */
  readonly names: readonly string[];
  /** The words that define it. */
  readonly meaning: Span;
}

/** "This Addendum prevails over the Terms." */
export interface Precedence extends Span {
  /** `Section.part` of each paper that prevails; none of them over another. */
  readonly parts: readonly string[];
}

/** "In Section 8, “ten” is replaced by “ninety”." */
export interface Change {
  /** The words taken out; of no length where words are only put in. */
  readonly at: Span;
  /** The words put in, where the clause says them. */
  readonly by: Span | null;
  /** The clause that says so. */
  readonly clause: Span;
}

export interface ContractDate extends Span {
  readonly kind: 'signed' | 'effective' | 'accepted' | 'dated' | 'renewed' | 'amended' | 'expires';
  /** ISO `YYYY-MM-DD`. */
  readonly date: string;
}

// ── rules ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `policy`: all a board's policy asks for. `statute`: what the statute alone lists. */
export type Profile = string;

export interface Pack {
  readonly id: string;
  readonly title: string;
  /** ISO date up to which the law was read. */
  readonly lawAsOf: string;
  /** Contracts entered into before this day are not covered. */
  readonly effective: string;
  /** The State whose law must govern and whose boards are covered. */
  readonly state: string;
  readonly profiles: readonly Profile[];
  readonly defaultProfile: Profile;
  readonly cureDays: number;
  /** Flag of the exemption → what it claims. All must be true. */
  readonly exemption: Readonly<Record<string, string>>;
  readonly holidays: readonly Holiday[];
  readonly dateNotes: readonly DateNote[];
  readonly rules: readonly Rule[];
  readonly lexicon: Lexicon;
  /** What words weigh for each part of a rule; null in a pack that has no weights. */
  readonly weights: Weights | null;
  /** SHA-256 over the files of the pack and of the lexicon, hex. */
  readonly hash: string;
}

/**
 * What words weigh, by logistic regression over labelled passages: `scripts/weights.ts` makes it. The parts are elements
 * ("ownership/control") and the conflicts of a rule taken together ("ownership!").
 */
export interface Weights extends Weighed {
  readonly thresholds: Thresholds;
  readonly balance: Balance;
  /** What the company of a name weighs; the parts are `CONTRACTOR`, `BOARD` and `DATA`. */
  readonly names: Weighed;
}

export interface Weighed {
  readonly parts: readonly string[];
  /** By part, hundredths. */
  readonly bias: readonly number[];
  /** What is said → part, hundredths, part, hundredths, … */
  readonly features: Readonly<Record<string, readonly number[]>>;
}

/** What speaks for an element and against it, in log odds, which add up. */
export interface Balance {
  /** That a pattern finds it. */
  readonly pattern: number;
  /** Of the log odds of its words, the share that counts beside a pattern, … */
  readonly borne: number;
  /** What a pattern is worth more in a statement that denies something: words know little of denials, least of double ones. */
  readonly denying: number;
  /** … and without one. */
  readonly words: number;
  /** That a statement without a pattern is not what the rule `expects`. */
  readonly unexpected: number;
  /** Of what a second statement is worth, the share that counts. */
  readonly second: number;
  /** Of the log odds of the words that weigh most as a conflict with the rule, the share that counts. */
  readonly conflict: number;
  /** The same of the statement that weighs most for the element, and is barred from giving it. */
  readonly barred: number;
  /** By element as `Weights.parts` names it: how likely it is before anything is said. */
  readonly elements: Readonly<Record<string, number>>;
}

/** From which weight (0 to 1) on words decide by themselves, or not at all. */
export interface Thresholds {
  /** From this chance on an element is there, by all that speaks for it and against it. */
  readonly enough: number;
  /** From this weight on words speak for an element although a guard of the rule (`unless`) fits. */
  readonly overrules: number;
  /** Beside a pattern of an element that is `exact` words weigh at least so much. */
  readonly exact: number;
  readonly conflicts: number;
  /** The same where a conflict's `frame` fits. */
  readonly framed: number;
  /** Below this a pattern that finds a conflict is not believed. */
  readonly clears: number;
  /** The same of a conflict that is `everyday`. */
  readonly everyday: number;
  /** Nor is it where the statement weighs so much for an element of the same rule … */
  readonly gives: number;
  /** … and less than this for the conflict. */
  readonly denies: number;
  /** Below this a pattern that finds an element does not keep words from being a conflict with it. */
  readonly bears: number;
  /** From here on words are a conflict although another rule has a better claim to the statement. */
  readonly stands: number;
  /** From here on a pattern that finds a conflict has the best claim there is; below, that of the words. */
  readonly claims: number;
}

/** A legal holiday, as a rule from which the day of any year follows. */
export interface Holiday {
  readonly name: string;
  /** First year in which it is kept; 0 where that is long ago. */
  readonly since: number;
  /** Whether some would count it as a business day; a careful reckoning then does. */
  readonly disputed: boolean;
  readonly on: HolidayRule;
}

/**
 * A fixed day (kept on Friday if a Saturday, on Monday if a Sunday), the n-th weekday of a month (`week: -1` is the
 * last; Sunday is 0), or a number of days from Easter Sunday.
 */
export type HolidayRule =
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly week: number }
  | { readonly easter: number };

/** Something to tell about contracts that were entered into within a stretch of days, both ends included. */
export interface DateNote {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly message: string;
}

/** Concept name → the phrases that express it, as written in `rules/lexicon/*.yml` and in the rule's own file. */
export type Lexicon = ReadonlyMap<string, readonly string[]>;

/**
 * `required`: the contract must say it. `forbidden`: only a term that contradicts matters. `advice`: a warning or note,
 * never in the verdict.
 */
export type RuleKind = 'required' | 'forbidden' | 'advice';

/** How sure the citation is: seen in the statute, in a secondary source, or not confirmed. */
export type Certainty = 'statute' | 'secondary' | 'unverified';

export interface Rule {
  /** With the pack: `ct/ownership`. */
  readonly id: string;
  readonly kind: RuleKind;
  readonly title: string;
  readonly citation: string;
  readonly certainty: Certainty;
  /** Where the board's policy asks for it: "item 1". '' if it does not. */
  readonly policy: string;
  /** Profiles in which a lack counts. Empty for other kinds than `required`. */
  readonly profiles: readonly Profile[];
  /** Why a conflicting term falls: `void` by the statute, or `prohibited-conduct`. */
  readonly basis: 'void' | 'prohibited-conduct' | 'none';
  readonly elements: readonly Element[];
  readonly conflicts: readonly Conflict[];
  readonly notes: readonly RuleNote[];
  /** What to say when it is missing, when it is incomplete, why it matters, and what to write instead. */
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** Words that a passage about this provision would use; ranks the nearest passages. */
  readonly about: string;
  readonly file: string;
}

export interface Element {
  readonly name: string;
  readonly title: string;
  /** Its patterns ask for an act by its name and for the duty under it: words say little against what they find. */
  readonly exact: boolean;
  /** Any one of these supplies it. */
  readonly ways: readonly Expression[];
  /** A statement that fits one of these says it in so many words: its words do not speak against what a pattern finds there. */
  readonly express: readonly Expression[];
  /** Any one of these only goes some of the way: the provision is then at most incomplete. */
  readonly partly: readonly Expression[];
  /** All of these must fit where words alone are to supply it. */
  readonly needs: readonly Expression[];
  /** Where one of these does not fit, words alone count less. */
  readonly expects: readonly Expression[];
  /** A statement that fits one of these is not found by a pattern. */
  readonly unless: readonly Expression[];
}

export interface Conflict {
  readonly name: string;
  /** What is wrong with the term, in a sentence. */
  readonly why: string;
  /** Much that is harmless is worded like it, so that words must bear out a pattern that finds it. */
  readonly everyday: boolean;
  /** It rests on what is counted, such as days: what its words weigh does not speak against a pattern that finds it. */
  readonly counted: boolean;
  /** Elements that nothing supplies while this term stands: two limits of time for one notice are none. */
  readonly takes: readonly string[];
  /** It binds the other side and takes nothing back: what else its paragraph supplies is given whole. */
  readonly apart: boolean;
  readonly ways: readonly Expression[];
  /** All of these, and those of the other conflicts of its rule, must fit where words alone are to be one. */
  readonly needs: readonly Expression[];
  /** Where all of these fit, who does what with whose data, words are one from the level `framed` on. */
  readonly frame: readonly Expression[];
  readonly unless: readonly Expression[];
}

export interface RuleNote {
  readonly id: string;
  readonly level: Note['level'];
  readonly message: string;
  readonly ways: readonly Expression[];
  readonly unless: readonly Expression[];
}

/** The rule language; `docs/rule-language.md` explains each form with an example. */
export type Expression =
  | { readonly phrase: string }
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly affirmed: Expression }
  | { readonly duty: Duty }
  | { readonly choice: Choice }
  | { readonly period: PeriodTest }
  | { readonly heading: string }
  | { readonly asked: string }
  | { readonly zone: readonly Zone[] }
  | { readonly boardState: string }
  | { readonly near: Near };

/**
 * `article`: the section with the one above it and its sisters, as the lettered paragraphs of one clause; `contract`: what
 * binds, and the definitions.
 */
export type Scope = 'sentence' | 'next' | 'block' | 'section' | 'article' | 'document' | 'contract';

/** Another statement, within `scope` of the one at hand, that fits `of`. */
export interface Near {
  readonly scope: Scope;
  readonly of: Expression;
}

/** What an action is to its actor. `fact`: told as happening, with no modal verb; `must-not`: denied in any mood. */
export type Force = 'must' | 'must-not' | 'may' | 'need-not' | 'fact';

/** Who must (not) do what to what. Absent keys match anything. */
export interface Duty {
  readonly actor?: readonly string[];
  readonly force?: readonly Force[];
  /** Concepts or stems of the verb. */
  readonly action: readonly string[];
  readonly object?: readonly string[];
  readonly target?: readonly string[];
}

/**
 * An act left to who would do it: allowed or expressly not owed, and nowhere in the statement owed or told of them.
 * Without an action: whatever the statement says of them.
 */
export interface Choice {
  readonly actor: readonly string[];
  readonly action?: readonly string[];
}

/** A limit of time in the sentence. One of `within` and `over`, in calendar days. */
export interface PeriodTest {
  readonly within?: number;
  readonly over?: number;
  /** The most business days that count as within the limit (weekends and holidays make their span vary). */
  readonly businessDays: number;
  /** Concepts of the kinds of data of which the limit must cover one; absent: any. */
  readonly covers?: readonly string[];
  /** Patterns of which one must fit with its `#` at this length of time: what it is the time for. Absent: any. */
  readonly where?: readonly string[];
  /** Patterns of which none may fit with its `#` at this length of time. */
  readonly unless?: readonly string[];
}

// ── match ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A statement that an element, a conflict or a note of a rule fits. */
export interface Match {
  readonly rule: string;
  /** `doubt`: a conflict that a pattern found and the words deny. */
  readonly part: 'element' | 'conflict' | 'note' | 'doubt';
  /** Name of the element or conflict, id of the note. */
  readonly name: string;
  /** Index into `Contract.statements`. */
  readonly statement: number;
  /** Elements: whether it supplies the element wholly. */
  readonly whole: boolean;
  /** The words it rests on. */
  readonly spans: readonly Span[];
  /** No pattern found it: what its words weigh, 0 to 1. Absent where a pattern did. */
  readonly weight?: number;
}

/** The passage that comes nearest to an element which nothing supplies. */
export interface Nearest extends Span {
  readonly rule: string;
  readonly lacks: readonly string[];
  readonly statement: number;
}

export interface Matched {
  readonly matches: readonly Match[];
  readonly nearest: readonly Nearest[];
}

// ── judge and decide ─────────────────────────────────────────────────────────────────────────────────────────────

/** Words of the contract, with where they stand. */
export interface Evidence extends Span {
  readonly quote: string;
  readonly page: number | null;
  /** Label of the innermost section that has one; '' if none. */
  readonly section: string;
  /** Tracked insertion or OCR under the words; '' if neither. */
  readonly caution: string;
}

/** Who accepted a problem: it stays in the report, and is no reason to fail. */
export type Acceptance =
  | { readonly by: 'waiver'; readonly reason: string; readonly approver: string; readonly expires: string }
  | { readonly by: 'baseline' }
  | { readonly by: 'severity'; readonly severity: 'warning' | 'note'; readonly where: string };

/** How grave what a rule finds is taken; `off`: it is not looked at. */
export type Severity = 'off' | 'note' | 'warning' | 'error';

/** A problem that somebody accepts until a day, as written in a side file or a central one. */
export interface Waiver {
  readonly rule: string;
  readonly reason: string;
  readonly approver: string;
  /** Last day on which it holds, ISO. */
  readonly expires: string;
  /** Mark of the clause that it is bound to, or `missing`; absent: whatever the rule finds. */
  readonly clause?: string;
  /** File and line, for people. */
  readonly where: string;
}

export interface ConflictFinding extends Evidence {
  readonly name: string;
  readonly why: string;
  readonly overriddenBy: Evidence | null;
  readonly accepted?: Acceptance;
}

export interface NearestPassage extends Evidence {
  readonly lacks: readonly string[];
}

export type Required = 'present' | 'incomplete' | 'missing' | 'not-required';

/** What a rule has to say about a contract, on two axes that are never merged. */
export interface Finding {
  readonly rule: Rule;
  readonly required: Required;
  readonly elements: Readonly<Record<string, 'present' | 'incomplete' | 'missing'>>;
  readonly evidence: readonly Evidence[];
  readonly conflicts: readonly ConflictFinding[];
  readonly nearest: readonly NearestPassage[];
  readonly notes: readonly Note[];
  /** Of what it lacks; each conflict has its own. */
  readonly accepted?: Acceptance;
  /** Of advice: how grave somebody takes it. */
  readonly severity?: Exclude<Severity, 'off'>;
}

/** What no contract says of itself: from the side file `<contract>.dpa.yml` or from flags. Dates are ISO. */
export interface Facts {
  readonly entered?: string;
  readonly renewed?: string;
  readonly amended?: string;
  readonly noticeGiven?: string;
  readonly cureBy?: string;
  /** Rule ids that the notice named; absent: all that lack. */
  readonly noticeNamed?: readonly string[];
  readonly exempt?: Exemption;
  readonly outOfScope?: string;
}

/** The exemption for a service that a child's IEP or 504 plan needs: every flag must be true. */
export interface Exemption {
  readonly [flag: string]: boolean;
}

export type Outcome = 'valid' | 'void' | 'not-covered' | 'undetermined';

export type State =
  | 'valid'
  | 'valid-with-void-terms'
  | 'notice-due'
  | 'cure-running'
  | 'void'
  | 'before-the-act'
  | 'exempt'
  | 'out-of-scope'
  | 'partly-checked'
  | 'unreadable';

export interface Verdict {
  readonly outcome: Outcome;
  readonly state: State;
  /** Sentences for people, the deciding one first. */
  readonly reasons: readonly string[];
  /** Rule ids that are missing or incomplete and count in the profile. */
  readonly lacking: readonly string[];
  readonly voidTerms: readonly { readonly rule: string; readonly section: string }[];
}

/** What `decide` gives: the verdict, and what it assumed or doubts. */
export interface Decision {
  readonly verdict: Verdict;
  readonly notes: readonly Note[];
}

/** What `decide` needs beside the findings. */
export interface DecideContext {
  readonly pack: Pack;
  readonly profile: Profile;
  readonly facts: Facts;
  /** ISO date on which the verdict is given. */
  readonly asOf: string;
  /** From the contract itself; null where no date was found. */
  readonly entered: ContractDate | null;
  readonly pagesWithoutText: readonly number[];
  /** Rules that were not looked at because somebody asked so. */
  readonly skipped?: readonly Rule[];
}

// ── report ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** One contract's part of the report. An unreadable one has no findings and says why. */
export interface Checked {
  readonly path: string;
  /** The profile that it was judged by, where that can be another than the report's. */
  readonly profile?: Profile;
  /** Hex. */
  readonly sha256: string;
  readonly format: FileFormat | null;
  readonly pages: number | null;
  readonly pagesWithoutText: readonly number[];
  /** Characters read. */
  readonly characters: number;
  readonly entered: string | null;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
  /** The text as read, for formats that show the contract; null when unreadable. */
  readonly text: PlainText | null;
}

/** All a formatter may know. */
export interface Report {
  readonly version: string;
  readonly pack: Pack;
  readonly profile: Profile;
  readonly asOf: string;
  readonly contracts: readonly Checked[];
}

export interface FormatOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly verbosity: 'quiet' | 'normal' | 'verbose';
}

/** Text, unless the format is none: then its bytes. */
export type Formatter<Output = string> = (report: Report, options: FormatOptions) => Output;
