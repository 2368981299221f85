// The fictional body whose year is played: who works where, and what its registers hold.
// Nobody in it lives.

// In official order. people: [正規, 再任用, 会計年度任用, 派遣] of the main post.
export const departments = [
	{ key: '010', name: '総務課', kind: 'internal', people: [8, 1, 2, 0], flags: 'LGW NET OUT CLD SNS SRV SYSO TMP' },
	{ key: '020', name: '業務課', kind: 'internal', people: [8, 1, 6, 0], flags: 'LGW NET OUT CLD SYSO PII TMP' },
	{ key: '030', name: '給水課', kind: 'internal', people: [7, 0, 1, 0], flags: 'MED PII TMP' },
	{ key: '040', name: '工務課', kind: 'internal', people: [9, 0, 1, 0], flags: 'LGW NET OUT SYSO MED' },
	{ key: '050', name: '浄水課', kind: 'internal', people: [7, 0, 1, 1], flags: 'OUT SRV SYSO SITE OT TMP' },
	{ key: '060', name: '配水課', kind: 'internal', people: [6, 0, 1, 0], flags: 'OUT MED SITE OT TMP' },
	{ key: '065', name: '中央営業所', kind: 'internal', people: [3, 0, 2, 0], flags: 'NET PII SITE TMP', under: '020' },
	{ key: '070', name: '議会事務局', kind: 'assembly', people: [2, 0, 0, 0], flags: 'NET' },
	{ key: '080', name: '監査委員事務局', kind: 'committee', people: [1, 0, 0, 0], flags: '' },
]
export const kinds = ['正規職員', '再任用職員', '会計年度任用職員', '派遣職員']
export const ofKey = new Map(departments.map((d) => [d.key, d]))
export const k = 5 // fewer are not shown

const surnames = ['髙橋', '山﨑', '𠮷田', '葛󠄀城', '佐藤', '鈴木', '石井', '伊藤', '渡邉', '齋藤', '小林', '加藤', '中村', '古川', '森川', '秋葉']
const given = ['健一', '美咲', '大輔', '陽子', '翔太', '由美', '浩', '真由美', '拓也', '恵子']

// What is particular about someone, by staff number.
const particular = {
	'010-1': { login: 'chief', roles: '所属長 管理者層', title: '事務局長兼総務課長' },
	'010-2': { login: 'desk', roles: '事務局', title: '係長' },
	'010-3': { concurrent: '080', title: '書記（併任）' },
	'010-4': { concurrent: '070' },
	'040-6': { absent_from: '2026-06-01', absence: '育児休業' },
	'020-7': { joined: '2026-09-15' },
	'060-7': { mail: '' },
	'050-8': { mail: '' },
	'080-1': { login: 'auditor', roles: '所属長 監査人' },
}

function staffOf(department, before) {
	const people = []
	for (const [at, many] of department.people.entries())
		for (let i = 0; i < many; i++) {
			const number = `${department.key}-${people.length + 1}`, n = before + people.length
			people.push({ number, name: `${surnames[n % 16]} ${given[(n * 7 + Math.floor(n / 16)) % 10]}`, kind: kinds[at],
				department: department.key, department_name: department.name, login: number, title: '',
				roles: people.length === 0 ? '所属長' : '', mail: `n${number}@water.example`,
				concurrent: '', joined: '2020-04-01', absent_from: '', absence: '', ...particular[number] })
		}
	return people
}
export const staff = departments.reduce((all, d) => [...all, ...staffOf(d, all.length)], [])

const columns = { 職員番号: 'number', 氏名: 'name', 職員種別: 'kind', 所属コード: 'department', 所属名: 'department_name', サインイン名: 'login',
	権限: 'roles', メール: 'mail', 職名: 'title', 兼務: 'concurrent', 採用日: 'joined', 休職開始日: 'absent_from', 休職事由: 'absence' }
const line = (cells) => cells.map((c) => `"${String(c).replaceAll('"', '""')}"`).join(',')
export const table = (titles, rows) => `\ufeff${[titles, ...rows].map(line).join('\r\n')}\r\n`
export const rosterFile = (people) => table(Object.keys(columns), people.map((p) => Object.values(columns).map((c) => p[c])))

// Half a year on: 業務課's fifth goes to 給水課, and one more is hired.
export const moved = '020-5'
export const rosterOfOctober = [...staff.map((p) => p.number === moved ? { ...p, department: '030', department_name: '給水課' } : p),
	{ ...staff[0], number: '030-9', name: '新人 一郎', kind: kinds[0], department: '030', department_name: '給水課', login: '030-9',
		roles: '', title: '', mail: 'n030-9@water.example', joined: '2026-10-01' }]

// In November someone leaves, and 業務課 is called otherwise.
export const leaver = '010-9'
export const renamed = '営業企画課'
export const rosterOfNovember = rosterOfOctober.filter((p) => p.number !== leaver)
	.map((p) => p.department === '020' ? { ...p, department_name: renamed } : p)

// ---- registers ----------------------------------------------------------------------------

const head = ['管理番号', '名称', '所属コード', '担当者の職員番号']
const register = (titles, ...rows) => ({ titles: [...head, ...titles], rows })
export const registers = {
	contract: register(['相手方', '契約の始まり', '契約の終わり', '取り扱う情報', '再委託'],
		['C-01', '水道メーター検針業務委託', '020', '020-4', '検針センター', '2024-04-01', '2027-03-31', '契約者の個人情報', 'あり（承認済み）'],
		['C-02', '料金システム保守業務委託', '020', '020-3', 'システムサービス', '2024/10/1', '2027/9/30', '契約者の個人情報', 'なし'],
		['C-03', '浄水場運転管理業務委託', '050', '050-3', '水エンジニアリング', '2024-04-01', '2027-03-31', '個人情報でない内部情報', 'なし'],
		['C-04', '庁舎清掃業務委託', '010', '', 'ビルメンテナンス', '2026-04-01', '2027-03-31', 'なし（立入りだけ）', 'なし'],
		['C-05', '管路図面更新業務委託', '040', '040-3', '測量設計', '2026-04-01', '2027-03-31', '契約者の個人情報', 'あり（承認前）'],
		['C-06', '遠方監視設備保守点検業務委託', '060', '060-4', '計装', '2025-04-01', '2028-03-31', '個人情報でない内部情報', 'なし']),
	system: register(['分類', 'ネットワーク区分', '形態', '委託契約の管理番号'],
		['S-01', '水道料金システム', '020', '020-3', '基幹業務', 'LGWAN接続系', '庁内設置', 'C-02'],
		['S-02', '庁内ネットワーク', '010', '010-5', '情報基盤', 'インターネット接続系', '庁内設置', ''],
		['S-03', '管路図面システム', '040', '040-3', '図面・台帳', 'LGWAN接続系', '庁内設置', 'C-05'],
		['S-04', '遠方監視システム', '050', '050-4', '監視制御', '監視制御系', '現場設置', 'C-06'],
		['S-05', '公式サイト', '010', '010-6', '情報公開', '外部サービス', 'クラウド', '']),
	cloud: register(['事業者', '預けている情報'],
		['K-01', 'グループウェア', '010', '010-5', 'あおば情報通信', '庁内の予定と文書'],
		['K-02', '使用開始の申込みフォーム', '020', '020-4', 'つばさフォーム', '申込者の氏名・住所']),
	sns: register(['サービス', 'アカウント名', '停止の手順'],
		['N-01', '企業団公式X', '010', '010-7', 'X', '@example_suido', '総務課長が投稿を止める'],
		['N-02', '断水のお知らせLINE', '020', '020-6', 'LINE', '@example_dansui', '業務課長が配信を止める']),
	facility: register(['種別', '所在地', '有人・無人', 'システム室・監視室', '監視制御設備'],
		['F-01', '本庁舎', '010', '010-5', '庁舎', 'みどり市中央1-1', '日中のみ有人', 'あり', 'なし'],
		['F-02', '第一浄水場', '050', '050-3', '浄水場', 'みどり市川岸20', '常時有人', 'あり', 'あり'],
		['F-03', '東配水場', '060', '060-5', '配水場', 'みどり市東台7', '無人', 'なし', 'あり'],
		['F-04', '中央営業所', '065', '065-2', '営業所', 'みどり市駅前4-2', '日中のみ有人', 'なし', 'なし']),
	asset: register(['区分', '機密性', '完全性', '可用性'],
		['A-01', '水道料金台帳データ', '020', '020-3', '情報（印刷物を含む）', '3', '3', '2'],
		['A-02', '=HYPERLINK("http://x.example") と書いた図面', '040', '040-4', '文書（仕様書・ネットワーク図など）', '2', '2', '1']),
}

// Which of them gets a sheet of which set.
export const asked = { system: ['S-01', 'S-02', 'S-03', 'S-04', 'S-05'], contract: ['C-01', 'C-02', 'C-03', 'C-04', 'C-05', 'C-06'],
	sns: ['N-01', 'N-02'], facility: ['F-01', 'F-02', 'F-03', 'F-04'], ot: ['F-02', 'F-03'] }
