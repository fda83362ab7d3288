import { singular, wordsOf } from './words.js';
import {
  genericValues,
  hostWords,
  identifyingWords,
  integrationNames,
  partyWords,
  propertyWords,
  qualifyingWords,
  weakPartyWords,
} from './vocabulary.js';

/**
 * Common English words, as far as they stand in code or in the names of firms. A list of customers from a CRM holds such names, and code
 * holds them everywhere. All are singular and in lower case.
 */
const commonWords: ReadonlySet<string> = new Set(
  `
  able about above access action active adapter add address advance agenda agent air alarm album alert align all alliance alpha amazon
  amount anchor angle angular animal answer app apple arc arch archive area arrow art article aspect asset async atlas atom audio audit aurora
  author auto avatar avenue award axis back backdrop badge bag balance ball band banner bar base basic basket batch bay beacon beam bear
  bell belt benchmark best beta better big bill billing bin bit black blank blast blaze blend block blog bloom blue board boat body bolt
  bond bonus book boost border boss bottle bottom bound bounce box brain branch bread break brick bridge bright bronze brook brother brush
  bubble bucket budget buffer bug build builder bulk bull bundle bus business butter button buy cable cache calendar call camp campaign
  canal candle canvas cap capital car carbon card care cargo carousel cart case cash castle cat catalog cause cell center central chain
  chair challenge chamber change channel chapter charge chart chase chat check chef chip choice circle city class classic clean clear
  clever click cliff climb clip clock close cloud clover coach coast coin cold collection color column comet comfort command comment
  common compact compare compass complete component compound concept concert condition connect console constant contact container content
  context contract control convert cook cookie copper copy coral core corner cost cotton count counter country course court cover craft crane
  creative credit crest cross crown crystal cube current cursor curve custom cut cycle dash data date dawn day deal dedicated deep delivery delta demo
  depth desert design desk detail device dialog diamond digital direct discover dispatch display distance dock doctor document dog
  dollar door dot double dove draft dragon dream dress drift drive drop drum dynamic eagle early earth ease east echo eclipse edge edit
  effect element elevate elite ember emerald empire energy engine enter entity entry envoy epic equal error escape essence estate eternal
  ether event ever evergreen evolution exact example excel exchange express extra eye fabric face factor factory falcon fall family farm fast
  feather feature feed fence field figure file film filter final finance find fine finish fire first fish fit fix flag flame flash fleet flex
  flight flint float floor flow flower fluid flux fly focus folder food foot force ford forest forge form format forum forward foundation
  fox fragment frame free fresh friend front frontier fruit fuel full function fund fusion future gain galaxy gallery game gap garden gas gate
  gateway gear gem general genesis genius giant gift glass global globe glow goal gold golden good grace grade grand graph gravity gray great
  green grid ground group grove grow growth guard guest guide gulf gym habit half hammer hand handle happy harbor harvest hat haven hawk head
  health heart heat hedge height help heritage hero hidden high highlight hill hint history hive hold holiday home honey hosted hook hope horizon
  horn horse hour house hub human icon idea ideal image impact import impulse index infinity ink inline inner insight inspire instant
  integral intent intercept iris iron island item ivory jade jaguar jet jewel job join journal journey joy jump junction jungle just keen keep
  kernel kettle keystone kind king kit kite knight knot lab label lake lamp land lane language lantern large laser launch laurel law layer layout
  lead leader leaf league learn ledger left legacy legal legend lemon lens letter level lever liberty library life lift light lime limit line
  linen link lion list live loan local lock lodge log logic logo long look loop lotus love loyal luck lumen luna lunar machine magic
  magnet magnolia mail main major managed manager map maple marble margin mark marker market mars mask mass master match mate matrix max meadow
  measure media medium meet member memory mention menu mercury merge meridian merit mesh message meta metal meteor meter method metric metro
  middle mile milestone milk mill mind mine mini mint minute mirror mission mist mobile modal mode model modern module moment monday monitor monkey
  month moon moss mother motion motor mount mountain mouse move movie music name narrow nation native nature navigator near need nest net network
  new news next night nimbus noble node north note notice notion nova now oak oasis object observer ocean october offer office offline oil old olive one online
  onyx open opera optimum option oracle orange orbit orchard orchid order orient origin osprey otter outlet outlook output oval owl oxygen pace
  pacific pack package pad page paint pair palace palette palm panel panther paper parallel parent park parse part party pass patch path
  pattern pause pay peak pearl pebble pen penguin people pepper perfect perform phase phoenix phone photo piano pick picture piece pilot pin pine
  pink pioneer pipe pivot pixel place plain plan plane planet plant plate platform play player plaza plugin plus pocket point polar policy pool
  pop popular port position post power prefix premier preset press prestige preview price pride primary prime print prism private
  pro process product profile profit program progress project promise prompt proof property prospect protect proton proxy public pulse pump
  pure push puzzle quality quantum quarry quartz queen query quest queue quick quiet quota quote radar radius rail rain rainbow raise ramp ranch
  range rank rapid rate raven ray reach react ready real realm record red reef reference reflect region relay release remote render rent repeat
  report request reserve reset resource response result retail retry return reverse review revolution rich ridge right ring rise river road
  robin robot rock rocket role roof room root rose round route router row royal ruby rule run runner safe saga sail sale salt sample
  sand sapphire satellite save scale scan scene schema school science scope score scout screen script scroll sea seal search season seat second
  secret section secure seed segment select selection self sense sentinel sequence serial serve server service session set shade shadow shape share
  sharp sheet shelf shell shelter shield shift shine ship shop shore short shot show side sierra sight sigma sign signal silver simple single
  site size skill skin sky slack slate slice slide slot small smart smile smooth snap snow social soft solar sole solid solution sonic soul
  sound source south space spark spectrum speed sphere spike spin spirit split spoke sport spot spread spring sprint spruce square stable stack
  staff stage stamp stand standard star start state static station status steel stem step sterling stock stone stop storage store storm story
  strategy stream street stride strike string strong studio style subway success sugar suite summer summit sun super support sure surface
  surge swan sweet swift switch symbol sync system table tag tail talent talk tall tango tank tap target task taste tea team tech template temple
  tempo tennis term terminal terra test text theme theory thing think thread thrive thunder ticket tide tiger tile timber time tip titan title
  today token tool top topic torch total touch tour tower town toy trace track trade trail train transfer transit transport travel treasure
  tree trend tribe trident trigger trim trip triumph true trust tulip tunnel turbo turn twin type ultra under union unique unit united
  unity universal universe up urban user valley value van vanguard vantage vault vector vega velocity velvet venture venus verse version vertex
  vertical vibe victor victory video view villa village vine vintage violet virtual visa vision vista vital vivid voice volt volume vortex
  voyage wagon walk wall warehouse watch water wave way web week well west whale wheel whisper white whole wide widget wild willow wind window wing
  winner winter wire wisdom wise wish wolf wonder wood word work worker workshop world wrap yard year yellow young zebra zen zenith zephyr zero
  zone zoom
  `
    .trim()
    .split(/\s+/),
);

const vocabularies: readonly ReadonlySet<string>[] = [
  commonWords,
  ...[genericValues, hostWords, identifyingWords, integrationNames, partyWords, propertyWords, qualifyingWords, weakPartyWords],
];

/** Whether code may well hold this name and mean something else: all its words are common, or too short to tell. */
export function isOrdinary(name: string): boolean {
  return wordsOf(name).every(isCommon);
}

/** Whether all words of a name are common: identifiers hold them for other reasons (`isHostOnline`). */
export function isEveryday(name: string): boolean {
  return wordsOf(name).every((word) => word.length > 3 && isCommon(word));
}

/** The longest word of a name that is not common; it is part of the name in every style. Undefined for ordinary names. */
export function rarestWord(name: string): string | undefined {
  const rare = wordsOf(name).filter((word) => !isCommon(word));
  return rare.sort((a, b) => b.length - a.length)[0];
}

function isCommon(word: string): boolean {
  return word.length <= 3 || /^\d/.test(word) || vocabularies.some((words) => words.has(word) || words.has(singular(word)));
}
