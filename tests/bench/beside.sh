# What long jobs cost the people who answer meanwhile; sourced by run.sh.
#
# Each job is run as the secretariat runs it, by its pages, on a body of 12,000 people in
# 200 departments, while people open and submit forms at a steady rate far below what the
# machine can do (load.c). The reference is the same load on the same server just before.
steady=${STEADY_RATE:-200} quiet=${STEADY_SECONDS:-8}
answering=2000 # of the 12,000: the last ones

prepare() { # NAME: a copy of the large body, served; sets $token $key $url and starts the load
	cp -r "$work/big" "$work/$1"
	read -r token key _ <"$work/everybody"
	start build/tenken serve --data "$work/$1" --listen 127.0.0.1:0 "${@:2}"
	url=http://127.0.0.1:$port
}
answer() { # begins to answer; a line a phase goes to $work/answered
	build/bench/load "$port" "$work/everybody" $((12000 - answering)) "$steady" 60 >"$work/answered" &
	load=$!
	served+=("$load")
}
phase() { # ends one
	local lines
	lines=$(wc -l <"$work/answered")
	kill -USR1 "$load"
	until [ "$(wc -l <"$work/answered")" -gt "$lines" ]; do sleep 0.05; done
}
fetch() { curl -s -b "tenken=$token" "$@"; }
begin() { fetch -o /dev/null -w '%{redirect_url}' -d "form_key=$key" "$@"; }
hidden() { grep -oE "name=\"$1\" value=\"[^\"]*" "$work/page" | head -n 1 | cut -d'"' -f4; }
finish() { # JOB: until it is over
	while fetch "$1" >"$work/page" && grep -q data-going "$work/page"; do sleep 0.2; done
	grep -q '終わりました' "$work/page" || { echo "bench: a job did not end well" >&2; exit 1; }
}
beside() { # NAME, then what begins a job and prints its address
	local from to column figure
	answer
	sleep "$quiet"
	phase
	from=$(date +%s%N)
	"${@:2}"
	to=$(date +%s%N)
	phase
	stop "$load"
	[ "$(awk '{ n += $9 } END { print n }' "$work/answered")" = 0 ] || echo "bench: answers were refused" >&2
	row "$1, ms" $(((to - from) / 1000000)) - - "beside $steady requests a second"
	for column in '3 form, median' '4 form, 99th percentile' '6 submission, median' '7 submission, 99th percentile'; do
		figure=$(awk -v c="${column%% *}" 'NR == 1 { without = $c } NR == 2 { with = $c } END { print with, without }' "$work/answered")
		row "  ${column#* }, ms" ${figure% *} ${figure#* } "$(ratio ${figure% *} ${figure#* })" 'the same without the job'
	done
}

# ---- a roster of 10,000 people: 5,000 moved, 5,000 new, and those of before have left ------------
roster_write() { # TURN
	awk -v k="$1" '
		function row(i,  d) { d = (i + k) % 200 + 1; printf "%06d,計測 太郎%d,d%03d,第%d課,主任%d\n", i, i, d, d, k }
		BEGIN {
			print "職員番号,氏名,所属コード,所属名,職名"
			for (i = 1; i <= 3000; i++) row(i)
			for (i = 10001; i <= 12000; i++) row(i)
			for (i = 1; i <= 5000; i++) row((k + 2) * 10000 + i)
		}' >"$work/roster.csv"
}
rosters_take_over() {
	local turn
	for turn in 1 2 3; do # one alone is over too soon for a percentile
		roster_write "$turn"
		fetch -F "form_key=$key" -F on= -F "roster=@$work/roster.csv;type=text/csv" "$url/admin/roster" >"$work/page"
		finish "$(begin -d "digest=$(hidden digest)" -d "people=$(hidden people)" -d "on=$(hidden on)" "$url/admin/roster/apply")"
	done
}

# ---- reminders to 10,000 people ---------------------------------------------------------------------
everybody_remind() {
	fetch "$url/admin/reminders/now" >"$work/page"
	finish "$(begin -d cycle=1 -d "once=$(hidden once)" -d department=0 -d to=person -d do=send \
		--data-urlencode 'subject=提出のお願い' --data-urlencode $'text={name} 様\n{sets}\n{due}\n{link}' "$url/admin/reminders/now")"
}

# ---- the combined PDF of 200 departments --------------------------------------------------------------
departments_bind() {
	finish "$(begin -d recipe=self-check-department -d cycle=1 -d form=pdf "$url/reports/bind")"
}

jobs_measure() {
	local mail messages people
	build/bench/body "$work/big" 12000 200 60 >"$work/everybody"
	prepare roster
	beside 'three rosters of 10,000 people' rosters_take_over
	stop "$pid"

	start build/bench/sink
	mail=$pid
	mv "$work/said" "$work/mail" # where it will say what it took
	prepare remind --smtp "smtp://127.0.0.1:$port" --mail-from desk@bench.example
	beside 'reminders to 10,000 people' everybody_remind
	stop "$pid"
	stop "$mail"
	read -r messages people < <(tail -n 1 "$work/mail")
	row '  messages, and people who got one' "$messages" "$people" "$(ratio "$messages" "$people")" 'once each'

	prepare bind
	head -n 10000 "$work/everybody" >"$work/most"
	wrk -t2 -c64 -d"$seconds"s -s tests/bench/submit.lua "$url" -- "$work/most" 60 >/dev/null # something to report
	beside 'one PDF of 200 departments' departments_bind
	stop "$pid"
}
