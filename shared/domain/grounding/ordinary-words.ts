/**
 * Whether a word in lower case is an ordinary English one with which a sentence of ours may start: listed, or a regular
 * form of a listed one. Words that are also parts of names in our field (big, west, mountain, power) are left out.
 */
export function isOrdinary(word: string): boolean {
  if (words.has(word)) return true;
  return stems.some(([ending, instead]) => word.endsWith(ending) && isStem(word.slice(0, -ending.length), instead));
}

/** "Schedulers" comes from "scheduler", and that from "schedule"; "planning" from "plan". */
function isStem(stem: string, instead: string): boolean {
  if (stem.length < 2) return false;
  return isOrdinary(stem + instead) || (instead === '' && /(.)\1$/.test(stem) && isOrdinary(stem.slice(0, -1)));
}

const stems = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['es', ''],
  ['s', ''],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
  ['ily', 'y'],
  ['ally', ''],
  ['bly', 'ble'],
  ['er', ''],
  ['er', 'e'],
  ['est', ''],
] as const;

const words = new Set(
  `a about above abroad absence absent absolutely academic accelerate accept access accessible accident accommodate
accomplish accomplishment accord account accumulate accurate achieve acknowledge acquire across act action active
activity actual adapt add addition additional address adequate adjacent adjust administration administrative
administrator admire admit adopt adoption adult advance advantage advice advise advocate affect afford afraid after
afternoon again against agency agenda agree ahead aim air airport alarm alert align all allow almost alone along
already also alternate alternative although always am ambition amend among amount an analysis and announce annual
another answer anticipate anxious any anybody anyone anything apart apologies apparent appeal appear application apply
appoint appointment appreciate approach appropriate approval approve are area arise arrange arrangement arrival arrive
arrow article as aside ask assemble assess assessment asset assign assist assistance assistant associate assume assure
at athlete attach attempt attend attention attract audience audit authorise authorize automate automatic automation
autumn available average avoid await award aware awareness away awesome back background bad balance bar barely barrier
base basic basis batch battle be bear beautiful because become bed been before began begin begun behind believe belong
below benchmark beneath benefit beside best better between beyond bind bit blend block board body book both bottom
bound box branch brand breadth break breakdown breath brief bright bring broad brochure broken browse budget build
built bundle burden bus business busy but button buy by calculate calendar call calm came campaign campus can can't
cancel candid cannot capability capable capacity capture card care careful carry case casual catch cause caution
ceiling celebrate cell central certain chain chair challenge championship chance change channel charge chart cheap
check checklist cheer chief choice choose chosen circumstance citizen claim clarify clarity class classify clean clear
clever click client climb clock close closure club co coach code cohort cold colleague collect color colour combine
come comfort command comment commissioner commit committee common communicate communication community comparable
comparative compare comparison compel compensate competent competition competitive complain complement complete
complex compliance complicate complication component comprehensive compromise compute concentrate concept concern
conclusion concrete condition conduct conference confidence confident confidential confirm conflict confuse confusion
congratulate congratulations congratulatory connect connection conscious consecutive consensus consent consequence
consequent consider considerable consist consistent constant constraint construct construction consult consume contact
contain content contest context continue contract contrary contrast contribute contribution contributor control
convenience convenient conversation converse convert convince cooperate cooperation coordinate coordinator cope copy
core corner correct correspond cost could couldn't counsel count counterpart couple course courtesy cover coverage
craft create credit crew crisis criteria critic critical crucial culture cure curious current customer customise
customize cut cycle dashboard data date day deadline deal dear debate debt decide decision declare decline decrease
dedicate dedication deep default defend define definite definition degree delay delegate delete delight deliver
delivery demand demo denote dense deny depart department departure depend dependable deposit depth deputy derive
describe description deserve design despite destination detail detect determine develop development deviation device
devote diagnose did didn't differ difference different difficult digital dimension dinner direct direction director
disagree disappear disappoint discipline discount discover discuss discussion dismiss display disrupt disruption
distance distinct distinction distinguish distribute distribution diverse divide do document documentation doesn't
domain don't donate done doubt down download draft drag dramatic draw drawn drill drive driven drop dry dual due
durable duration during duty dynamic each eager ear earn ease easier easiest easy economic economy edit educate
education effect effective efficiency efficient effort effortless either elaborate elect element elevate eligible
eliminate else elsewhere email embed emerge emergency emphasis emphasise emphasize employ employee empower empty
enable encounter encourage end endorse energy enforce engage engagement enhance enhancement enjoy enormous enough
enquiry enrich enrol enroll ensure enter enterprise entertain enthusiasm entire entitle entry envelope environment
equal equip equipment equivalent error escalate escalation especially essence essential establish estimate ethic
evaluate even event eventually ever every everybody everyone everything evidence exact exam examine example exceed
excellent except exceptional excess exchange excite exclude exclusive execute executive exempt exercise exhaust exist
exit expand expect expectation expense expensive experience expert expertise expire explain explanation explicit
exploration explore export expose express extend extensive extent external extra extraordinary extreme face facilitate
facility fact factor faculty fail failure fair faith fall fallen familiar familiarise family famous fan fantastic far
fascinate fast fatigue fault favorite favourite feasible feature federation fee feedback feel felt festive few field
fight figure file fill filter final finance financial find fine finish firm first fiscal fit fix fixture flag flat
flexibility flexible flight flow focus fold folk follow food foot football footprint for force forecast foremost
forget form format formula fortunate forward found foundation frame framework free freedom frequency frequent fresh
friend from fuel fulfil fulfill full fully fun function fund fundamental further furthermore future gain game gap
gather gauge gave gender general generate gentle genuine get gift give given glad glance global glossary go goal gone
good got govern governance grade gradual graduate graph grateful gratitude great greet gross ground group grow grown
growth guarantee guess guest guidance guide guideline habit had half hand handle happen happy hard harm harmony has
hasn't haul have haven't he head health healthy hear heard heart heavy height held hello help helpful hence her here
hesitate hi hidden hierarchy high highlight him hint history hit hold holiday holistic home honest honesty honor
honour hope host hour how however human humble i idea ideal identify identity if illustrate image imagine immediate
immense impact implement imply import importance important impose impossible impress impression impressive improve
improvement in incentive incident incline include income incorporate incorrect increase incremental indeed independent
indicate indicator indirect individual industry inevitable influence inform informal information infrastructure
inherent initial initiate initiative innovate innovation innovative input inquiry inside insight inspect inspire
install installation instance instead institution instruct instruction instrument insurance intact integrate
integration intelligence intelligent intend intensity intensive intent interact interaction interest interestingly
interface interim internal interpret interrupt interval interview into introduce introduction intuitive invest
investigate investigation investment invisible invitation invite invoice involve irrespective is isn't isolate issue
it it's item itself job join joint journal journey joy judge judgment just justify keen keep kept key keyboard kick
kind knock know knowledge known label labour lack land language laptop large largest last late latest latter launch
law layer layout lead leadership league lean leap learn least leave led left legal legend legitimate lend length less
lesson let let's level leverage liaise library licence license life lifetime light lightweight like likewise limit
line link list listen literal little live load loan local locate log logic logical login logistics long look lose loss
lot love low loyal loyalty luck luckily lunch machine made magnitude mail main maintain maintenance major majority
make makeover manage management mandatory manual many map margin mark market match material matter mature maturity
maximum may maybe me mean meaningful meant meanwhile measurable measure mechanism media meet member membership memory
mental mention mentor menu mere merge merit message met method metric mid middle might milestone mind mindful mine
minimum minor minute miss mission mistake mix mobile mode model moderate modern modest modification modify module
moment momentum money monitor month mood more moreover morning most motion motivate motivation move much multiple must
mutual my name narrow national native natural nature navigate near neat necessary need negative negotiate negotiation
neither network neutral never nevertheless new next nice no nobody noise nominate none nonetheless noon nor normal not
notable note nothing notice notification notify notion novel now number numerous object objective oblige observe
obstacle obtain obvious occasion occasional occupy occur odd of off office official offline often ok okay old on
onboard once one ongoing online onto open operate operation operational operator opinion opportunity opposite opt
optimal optimisation optimise optimization optimize optimum option optional or order ordinary organisation organise
organization organize orientation original other otherwise our ourselves out outcome outline outlook output outreach
outside outstanding over overall overcome overdue overhaul overlap overlook oversee overtime overview overwhelm own
pace pack package page paid panel paper paragraph parallel parameter parent part partial participant participate
particular partner partnership party pass passion passive password past path patience patient pattern pause pay
peaceful peak peer penalty pending people per percent percentage perception perfect perform performance perhaps period
permanent permission permit persist person personal perspective persuade pertinent phase phone pick picture piece
pilot pitch place plain plan platform play please pleasure pledge plenty plot plus podium point policy pool poor
popular popularity populate portal portfolio portion pose position positive possible post postpone potential practical
practice praise precede precise precision predict prefer preference preliminary premium preparation prepare presence
present presentation preserve president press pressure pretty prevail prevent prevention previous price primary
principal principle print prior priority privacy private privilege pro proactive probably problem procedural procedure
proceed process procurement produce product productive professional profile profit profound program programme progress
prohibit project prominent promise promote prompt proof proper proportion proposal propose prospect prospective
protect protection protocol proud prove provide prudent public publish punctual purchase pure purpose pursue push put
puzzle qualification qualify quality quantity quarter query quest question quick quiet quite quota quote radical raise
ran range rank rare rate rather raw re reach reachable reaction read ready real realise realistic realize reason
rebuild recall receipt receive recent recipient reciprocal recognise recognition recognize recommend recommendation
reconcile record recover recruit rectify recurring redeem redesign redirect reduce reduction redundant refer reference
refine reflect reflection reform refresh refund refuse regain regard regardless region regional register regret
regular regulation rehearse reinforce reject rejoice relate relation relationship relative relax release relevance
relevant reliability reliable relief reluctant remain remainder remark remarkable remedy remember remind remote remove
render renew renewal repair repeat repeatedly repetitive replace replacement reply report represent representative
reputation request require requirement reschedule rescue research reserve reset resilience resilient resolution
resolve resource respect respectful respective respond response responsible rest restore restrict resubmit result
resume retain retention retire retrieve return reuse reveal revenue review revise revision revisit revolve reward
rhythm rich ride right rigid rigorous ring ripple rise risen risk road robust role roll rollout room roster rotate
rotation rough round route routine row rule run rush safe said sales same sample satisfaction satisfied save saw say
scale scan scenario sceptical schedule school science scope score screen scrutiny seamless search season seasonal seat
second secret section secure security see seek seem seen segment select selection self semester send senior sense
sensible sensitive sensitivity sent separate sequence series serious serve service session set settle setup seven
several severe severity shall shape share sharp she sheet shift short shortage shorten shot should show shown shut
sick side sign signal signature significant silence silent similar simple simplify simply simulate simulation
simultaneous since sincerely single sit site situation size skill skip sleep slight slot slow small smart smooth
snapshot so social software sole solid solution solve some somebody someone something sometimes somewhat soon
sophisticated sorry sort sound source space span spare spark speak special specialise specialist specific specify
spectator speech speed spend spent spirit split sponsor sport spot spread spring stability stable stadium staff stage
stakeholder stand standard start state statement status stay steady steer step stick still stop store story straight
strain strand strategic strategist strategy streak stream streamline strength strengthen stress stretch strict strike
strive strong structure struggle stuck student study style subject submit subscribe subscription subsequent subset
substance substantial substitute subtle succeed success successful successive such sudden suffer sufficient suggest
suggestion suit suitable sum summarise summarize summary super superb supervise supervisor supplement supply support
suppose suppress sure surface surplus surprise surprisingly surround survey suspect suspend sustain sustainable swap
swift switch symbol sync synchronise synergy system table tackle tag tailor take taken talent talk tangible tap target
task taught tax teach team technical technique technology tell template temporary tempting ten tend tension tentative
term terminate terrific territory test text than thank that that's the their them theme themselves then theory there
there's therefore these they think this thorough those though thought thoughtful thrill thrive through throughout
throughput thus ticket tidy tight time timeline tip tire tireless title to today together told tolerance tomorrow tone
too took tool top topic total touch tour tournament toward trace track trade tradition traffic trail train transaction
transcript transfer transform transition translate transparency transparent transport transportation travel treat
trend trial trigger trip triumph trouble true truly trust truth try tune turn turnaround turnout tutorial tweak twist
two type typical ultimate unable unavailable uncertain uncertainty unchanged uncomfortable uncover undeniably under
undergo underline underneath underscore understand unexpected unfortunately unified uniform unique unit universal
university unknown unless unlike unlock unnecessary unprecedented unresolved until unusual unveil up upcoming update
upfront upgrade upon upward urgent us usage use useful usual utilise utility utilize vacation vague valid validate
validation valuable value variety various vary vast vendor venture venue verification verify versatile version very
via viable vibrant video view viewpoint village virtual visible vision visit vital vivid voice void volleyball volume
volunteer vote voucher vulnerable wait walk want warm was wasn't waste watch wave way we we'd we'll we're we've weak
weather webinar week weekend weight welcome well went were what what's whatever when whenever where whereas wherever
whether which while who whole whom whose why wide widespread will win winter wisdom wise wish with within without
won't wonder word work workflow workload workplace workshop workspace world worldwide worry worth worthwhile would
wouldn't wrap write written wrong year yes yesterday yet yield you you'd you'll you're you've young your yourself zero
zone`.split(/\s+/),
);
