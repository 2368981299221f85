// A whole audit year at the size of the demonstration, played over HTTP from the plan to the follow-up: three
// audits, one of them ordered. Time passes by clock.mjs. Every figure of their reports is compared with
// audit-year/oracle.mjs, which knows the question files, what was typed and the answers in the body's file.
import test from 'node:test'
import { Stage } from './audit-year/stage.mjs'
import * as plan from './audit-year/plan.mjs'
import * as checklist from './audit-year/checklist.mjs'
import * as fieldwork from './audit-year/fieldwork.mjs'
import * as report from './audit-year/report.mjs'
import * as documents from './audit-year/documents.mjs'
import * as roles from './audit-year/roles.mjs'
import * as improvement from './audit-year/improvement.mjs'

const play = {
	'the plan of the year is proposed, each point told': plan.isProposed,
	'its order is changed with a reason': plan.isPutInOrder,
	'management approves it': plan.isApproved,
	'two of its targets become audits': plan.becomesAudits,
	'management orders one': plan.isOrdered,
	'viewpoint 13: nobody audits the own department but by a waiver': plan.independenceIsKept,
	'auditors are named': plan.auditorsAreNamed,

	'what the flags of a department ask for is chosen': checklist.itemsAreChosen,
	'checklists are fixed, and nothing is written before': checklist.isFixed,
	'audits are approved and announced, and seen by nobody before': checklist.isAnnounced,
	'documents are asked for, handed in, returned and taken': checklist.documentsAreAskedFor,

	'fieldwork begins': fieldwork.begins,
	'a judgement without what it rests on is refused': fieldwork.tooLittleIsRefused,
	'every item is judged': fieldwork.everyItemIsJudged,
	'two auditors at one paper: nothing is overwritten': fieldwork.twoAuditorsMeet,
	'evidence is numbered and kept': fieldwork.evidenceIsKept,
	'a sample is drawn again by hand': fieldwork.aSampleIsDrawnAgain,
	'the department confirms the facts, or objects': fieldwork.factsAreConfirmed,
	'papers are reviewed by others': fieldwork.othersReviewThem,

	'findings are raised from papers in one step': report.findingsAreRaised,
	'the department checks the facts, and objects': report.factsAreChecked,
	'results are talked over, findings confirmed by another': report.resultsAreTalkedOver,
	'the report is written by auditors, and nobody else sees it': report.reportIsWritten,
	'it is fixed, told and presented': report.reportIsFixedAndTold,

	'reports are issued: every judgement is counted': documents.reportsAreIssued,
	'what was said stands beside what was found': documents.whatWasSaidStandsBeside,
	'each finding is told': documents.findingsAreListed,
	'viewpoint 15: where nothing was found nothing is assured': documents.nothingIsAssured,

	'departments are asked for plans': improvement.departmentsAreTold,
	'plans are approved, returned, and a risk accepted': improvement.plansAreFiled,
	'measures are reported, verified and closed': improvement.measuresAreVerified,
	'a finding is handed on to another department': improvement.oneIsSpread,
	'one is overdue, and an audit with open findings does not end': improvement.oneIsOverdue,

	'the findings of the year are counted': documents.theYearIsListed,
	'the year is reported': documents.theYearIsReported,
	'plans, notices, checklists, papers and follow-up print': documents.theOthersArePrinted,
	'what is issued stays, and a file is known again': documents.whatIsIssuedStays,
	'a new edition replaces it': documents.aNewEditionReplacesIt,
	'viewpoint 18: the public is told nothing of what was seen': documents.thePublicIsToldNothing,

	'each role at each page: who may not is told nothing': roles.eachIsKeptToItsOwn,
	'each role at each form: who may not changes nothing': roles.eachDoesItsOwn,
}

test('a whole audit year', async (t) => {
	const s = await Stage.set(t)
	let going = true // what follows a step that failed has nothing to stand on
	for (const [name, act] of Object.entries(play))
		await t.test(name, { skip: !going }, async () => {
			going = false
			await act(s)
			going = true
		})
})
