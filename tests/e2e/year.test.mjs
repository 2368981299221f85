// A whole year at the size of the demonstration, played over HTTP from an empty body to next
// year's figures: 68 people in nine departments, every kind of sheet, answered in the browser,
// on paper and in workbooks, in time, late and never. Time passes by clock.mjs. Everything the
// program says of it is compared with year/oracle.mjs, which knows the question files and what
// was answered. Steps are named by the viewpoints of acceptance they show (tests/README.md).
import test from 'node:test'
import { Stage } from './year/stage.mjs'
import * as setUp from './year/set_up.mjs'
import * as answer from './year/answer.mjs'
import * as remind from './year/remind.mjs'
import * as confirm from './year/confirm.mjs'
import * as figures from './year/figures.mjs'
import * as papers from './year/papers.mjs'
import * as lessons from './year/lessons.mjs'
import * as archive from './year/archive.mjs'
import * as next from './year/next.mjs'
import * as disposal from './year/disposal.mjs'

const play = {
	'an empty body gets its administrator': setUp.foundsBody,
	'the roster comes from a file': setUp.importsRoster,
	'everyone chooses a password': setUp.invitesEveryone,
	'what each department does is decided': setUp.decidesFlags,
	'the registers come from files': setUp.importsRegisters,
	'the cycle is prepared, approved and opened': setUp.opensCycle,

	'viewpoint 04: who is hired after the base date is not asked, nor who is away on it': answer.findTheirSheets,
	'most answer in the browser': answer.firstOnesAnswer,
	'viewpoint 03: a transfer while the cycle is open moves nobody': answer.organisationMovesOn,
	'who is not to be asked is struck out with a reason': answer.someoneIsExcluded,
	'a week before the due day, whoever is missing is reminded': remind.aWeekBefore,
	'paper is typed in': answer.paperComesBack,
	'the workbook of a department is read back': answer.workbookComesBack,
	'the day before the due day, those still missing are': remind.theEve,
	'viewpoint 23: the due day lasts to its last second, and who is late counts apart': answer.lastDayEnds,
	'two days after, moved over a Sunday and a holiday, they and their managers are': remind.overdue,
	'a list is printed for those without mail': remind.listIsPrinted,
	'late ones answer': answer.lateOnesAnswer,
	'whoever has submitted reads the right answers': lessons.rightAnswersAreRead,
	'managers see who has not yet': lessons.managersSeeWhoHasNot,
	'a week after, the heads are reminded': remind.aWeekAfter,

	'managers are to confirm': confirm.managersConfirmNow,
	'the dashboard opens': figures.dashboardOpens,
	'figures that may still move tell of nobody': confirm.liveFiguresTellNobody,
	'what is another\'s is refused': confirm.othersAreRefused,
	'what is typed too late is refused and shown again': confirm.tooLateIsRefused,
	'a question that does not apply to many is noticed': confirm.manyNotApplicableAreNoticed,
	'a sheet is returned and submitted again': confirm.oneIsReturned,
	'what does not apply is decided': confirm.notApplicableIsDecided,
	'a review is asked for and answered': confirm.aReviewIsAsked,
	'everything is confirmed': confirm.everythingIsConfirmed,
	'what people wrote is read': confirm.textsAreRead,
	'improvements are planned': confirm.improvementsArePlanned,
	'the figures become final': confirm.figuresBecomeFinal,

	'viewpoint 02: every figure opens to its parts, or is withheld': figures.everyFigureOpens,
	'measures and questions add up': figures.partsAddUp,
	'who was asked and who answered is counted': figures.responsesAreCounted,
	'rates are right': figures.ratesAreRight,
	'questions are right': figures.questionsAreRight,
	'viewpoint 17: what is asked nowhere stands in the table with reason and approver': figures.notApplicableIsTold,
	'departments are told': figures.departmentsAreTold,

	'the record of training is counted': lessons.recordIsCounted,
	'who reads it later is on the record only': lessons.laterReadingIsOnRecordOnly,
	'the body is reported': papers.bodyIsReported,
	'departments are bound in one action': papers.departmentsAreBound,
	'the other papers': papers.otherPapers,
	'viewpoint 22: a formula that someone wrote runs nowhere': papers.tablesAreInert,
	'viewpoint 05: what was typed in from paper is in the log and in no document': papers.proxyIsInTheLogOnly,
	'what is issued stays': papers.whatIsIssuedStays,
	'viewpoint 07: weights that change afterwards change nothing': papers.weightsMayChange,
	'viewpoint 24: nobody who answered can be deleted': papers.nobodyIsDeleted,
	'a new edition is issued with a reason': papers.aNewEditionIsIssued,
	'nothing is sealed before it ends': archive.nothingIsSealedBefore,
	'the year ends': papers.yearEnds,
	'the year is written out, in the browser and by the command': archive.yearIsWrittenOut,
	'the seal holds without the data of the body': archive.theSealHolds,
	'what is altered is named': archive.whatIsAlteredIsNamed,
	'others read the same answers and totals in it': archive.othersReadTheSameInIt,
	'the papers in it are those that were issued': archive.papersInItAreThoseIssued,

	'next year is prepared in one action': next.nextYearIsPrepared,
	'nothing is approved before each change is marked': next.changesAreMarked,
	'former answers stand beside the questions': next.formerAnswersStandBeside,
	'everyone answers in workbooks': next.everyoneAnswersInWorkbooks,
	'viewpoint 08: a question of another meaning breaks the line, one in other words does not': next.yearsAreCompared,
	'last year is what it was': next.lastYearIsWhatItWas,

	'nothing goes before its day': disposal.nothingGoesBeforeItsDay,
	'the disposal of sheets is proposed': disposal.disposalIsProposed,
	'nobody decides alone': disposal.nobodyDecidesAlone,
	'a hold prevents it': disposal.aHoldPrevents,
	'it is approved and carried out': disposal.disposalIsCarriedOut,
	'figures and papers stay': disposal.figuresAndPapersStay,
	'pages say what is gone': disposal.pagesSayWhatIsGone,
	'the log tells it': disposal.theLogTellsIt,
	'what is left can be written out': disposal.whatIsLeftCanBeWrittenOut,
	'totals and reports go in their time': disposal.theRestGoesInItsTime,
}

test('a whole year', async (t) => {
	const s = await Stage.set(t)
	let going = true // what follows a step that failed has nothing to stand on
	for (const [name, act] of Object.entries(play))
		await t.test(name, { skip: !going }, async () => {
			going = false
			await act(s)
			going = true
		})
})
