-- wrk: every request is another person's submission, with answers that change.
local people, thread_count, threads = {}, 0, {}
function setup(thread)
	thread:set("first", thread_count)
	thread_count = thread_count + 1
end
function init(args)
	for line in io.lines(args[1]) do
		local token, key, sheet = line:match("(%S+) (%S+) (%S+)")
		people[#people + 1] = { token = token, key = key, sheet = sheet }
	end
	items, at, turn = tonumber(args[2]), first, 0
end
local codes = { "yes", "partly", "no" }
function request()
	at = at + 2
	if at > #people then
		at = first + 1
		turn = turn + 1
	end
	local p = people[math.max(at, 1)]
	local body = { "form_key=" .. p.key, "revision=" .. turn, "do=submit" }
	for i = 1, items do
		local code = codes[(i + turn) % 3 + 1]
		body[#body + 1] = string.format("B%02d=%s", i, code)
		if code ~= "yes" then
			body[#body + 1] = string.format("B%02d-r=%%E7%%90%%86%%E7%%94%%B1", i)
		end
	end
	return wrk.format("POST", "/sheets/" .. p.sheet,
		{ ["Cookie"] = "tenken=" .. p.token, ["Content-Type"] = "application/x-www-form-urlencoded" }, table.concat(body, "&"))
end
local refused = 0
function response(status)
	if status ~= 303 then
		refused = refused + 1
	end
end
function done(summary)
	io.write(string.format("rate %.0f\np99 %.2f\nerrors %d\n", summary.requests / summary.duration * 1e6, 0, summary.errors.status))
end
