-- What a store does at a statement of one process on one meter: `lease/shares.rs`, step by step, and nothing beside it.
-- All numbers are whole, and stay below 2^53.
local key, ends, id = KEYS[1], KEYS[2], ARGV[1]
local channel, at = ARGV[2], 2
local function word()
  at = at + 1
  return tonumber(ARGV[at])
end
local number, run, epoch, seen, elapsed = word(), word(), word(), word(), word()
local stale, goodbye, transit = word() == 1, word() == 1, word()
local lease, renewal, grace, credit, slack, turn, kept_for = word(), word(), word(), word(), word(), word(), word()
local function steps()
  local list = {}
  for i = 1, word() do
    local slots = word()
    list[i] = { slots, word() }
  end
  return list
end
-- A pool as the process says it: 1 slots, 2 span, 3 given, 4 returned, 5 demand, 6 least, 7 back, 8 busy.
local said = {}
for i = 1, word() do
  local one = {}
  for j = 1, 6 do one[j] = word() end
  one[7] = steps()
  one[8] = steps()
  said[i] = one
end

local floor, max, min = math.floor, math.max, math.min
local function cooling(of) return max(of, lease + grace) end

-- The record: 1 run, 2 epoch, 3 now, 4 silent until, 5 processes, 6 when its expiry was put off last, 7 no lease ends sooner.
-- A pool: 1 slots, 2 span, 3 held, 4 sated, 5 hungry, 6 free, 7 how many wait. Who waits is a list of its own.
-- A process: 1 number, 2 end, 3 spoke, 4 transit, 5 parts, 6 since when it is known.
-- A part: 1 given, 2 returned, 3 demand, 4 least, 5 sated, 6 up, 7 deficit, 8 gifts, 9 busy, 10 waits.
local function queue_of(i) return KEYS[2 + i] end
local fields = { 'h', 'm' .. id }
for i = 1, #said do fields[i + 2] = 'p' .. i end
local got = redis.call('HMGET', key, unpack(fields))
local head, pools, members = got[1] and cmsgpack.unpack(got[1]), {}, {}
if got[2] then members[id] = cmsgpack.unpack(got[2]) end
local was_there = head
if not head or head[1] ~= run then
  local info = redis.pcall('INFO', 'default')
  local own, uptime = run, 0
  if type(info) == 'string' then
    own = tonumber(string.sub(string.match(info, 'run_id:(%x+)') or '', 1, 12), 16) or run
    -- Only a server that has not been a replica and throws nothing away is known to have lost nothing.
    local offset = string.match(info, 'second_repl_offset:(%-?%d+)')
    local keeps = string.match(info, '\nmaxmemory:(%d+)') == '0' or string.match(info, 'maxmemory_policy:(%a+)') == 'noeviction'
    if keeps and (offset == nil or offset == '-1') then
      uptime = (tonumber(string.match(info, 'uptime_in_seconds:(%d+)')) or 0) * 10000
    end
  end
  if not head or head[1] ~= own then
    if head then
      redis.call('DEL', key, ends)
      for i = 1, #said do redis.call('DEL', queue_of(i)) end
      members = {}
    end
    local span, holds = 0, false
    for i = 1, #said do
      span = max(span, said[i][2])
      holds = holds or said[i][3] > said[i][4]
      pools[i] = { said[i][1], said[i][2], 0, 0, 0, {}, 0 }
    end
    local silence = slack + lease + cooling(transit) + span
    local fresh = not was_there and not holds and uptime > silence
    local time = redis.call('TIME')
    head = { own, time[1] * 1000000 + time[2], 1, fresh and 1 or 1 + silence, 0, 0, 0 }
  end
end
for i = 1, #said do
  pools[i] = pools[i] or cmsgpack.unpack(got[i + 2])
end
local now = head[3]
if epoch == head[2] then now = max(now, seen + min(elapsed, credit)) end
head[3] = now

local changed = {}
local function member(of)
  if members[of] == nil then
    local packed = redis.call('HGET', key, 'm' .. of)
    members[of] = packed and cmsgpack.unpack(packed) or false
  end
  return members[of]
end

-- Lists of slots that rest: 1 slots, 2 ready, 3 rest.
local function count(list)
  local sum = 0
  for i = 1, #list do sum = sum + list[i][1] end
  return sum
end
local function add(list, slots, ready, rest)
  if slots == 0 then return end
  if rest == 0 or ready <= now then ready, rest = 0, 0 end
  local place = #list + 1
  while place > 1 and list[place - 1][2] > ready do place = place - 1 end
  local before = list[place - 1]
  if before and before[2] == ready then
    before[1] = before[1] + slots
    before[3] = max(before[3], rest)
  else
    table.insert(list, place, { slots, ready, rest })
  end
  if #list > 16 then
    local early = table.remove(list, 2)
    list[2][1] = list[2][1] + early[1]
    list[2][3] = max(list[2][3], early[3])
  end
end
local function ripen(list)
  local slots = 0
  while list[1] and list[1][2] <= now do slots = slots + table.remove(list, 1)[1] end
  if slots > 0 then table.insert(list, 1, { slots, 0, 0 }) end
end
local function take(from, to, slots)
  while slots > 0 and from[1] do
    local first = from[1]
    local taken = min(first[1], slots)
    to[#to + 1] = { taken, first[2], first[3] }
    first[1] = first[1] - taken
    if first[1] == 0 then table.remove(from, 1) end
    slots = slots - taken
  end
end
-- The last slots of some steps.
local function last(list, slots)
  local first, taken = #list + 1, {}
  while slots > 0 and first > 1 do
    first = first - 1
    local some = min(list[first][1], slots)
    if some > 0 then table.insert(taken, 1, { some, list[first][2] }) end
    slots = slots - some
  end
  return taken
end

local function held(part) return max(part[1] - part[2], 0) end
local function missing(pool) return max(pool[1] - pool[3] - count(pool[6]), 0) end
local function free(pool, slots, ready, rest) add(pool[6], min(slots, missing(pool)), ready, rest) end
local function leave(pool, part)
  if part[5] == 1 then pool[4] = pool[4] - part[3] else pool[5] = pool[5] - 1 end
end
local function forget(i, of, part)
  if part[10] == 1 then
    part[10] = 0
    pools[i][7] = pools[i][7] - 1
    redis.call('LREM', queue_of(i), 1, of)
  end
end
local function target(pool, part)
  if part[5] == 1 then return part[3] end
  local least = max(part[4], 1)
  local left, whole = max(pool[1] - pool[4], 0), max(pool[5], 1) * least
  local low = floor(left / whole) * least
  local high = min(floor((left + whole - 1) / whole) * least, pool[1])
  return min(part[3], (part[6] == 1 or low >= 8) and high or low)
end
local function useful(part)
  local least = max(part[4], 1)
  return floor(held(part) / least) * least
end
local function give(pool, part, wanted)
  local slots = min(wanted, count(pool[6]))
  take(pool[6], part[8], slots)
  part[1] = part[1] + slots
  pool[3] = pool[3] + slots
  return slots
end

-- Processes that are gone. The ends in the sorted set may be older than those that hold, and are brought up to date here.
if now >= head[7] + lease + grace then
  local buried = 0
  while buried < 4 do
    local first = redis.call('ZRANGE', ends, 0, 0, 'WITHSCORES')
    local of = first[1]
    if not of then
      head[7] = 0
      break
    end
    local gone = member(of)
    if gone and gone[2] > tonumber(first[2]) then
      redis.call('ZADD', ends, gone[2], of)
    else
      head[7] = gone and gone[2] or now
      if gone and now < gone[2] + cooling(gone[4]) then break end
      buried = buried + 1
      members[of] = false
      redis.call('HDEL', key, 'm' .. of)
      redis.call('ZREM', ends, of)
      head[5] = head[5] - 1
      for i = 1, #pools do
        local pool, part = pools[i], gone[5][i]
        leave(pool, part)
        forget(i, of, part)
        local left = held(part)
        pool[3] = pool[3] - left
        for j = 1, #part[9] do
          local slots = min(part[9][j][1], left)
          free(pool, slots, part[9][j][2], max(part[9][j][2] - now, 0))
          left = left - slots
        end
        local ready = gone[2] + gone[4] + pool[2]
        free(pool, left, ready, max(ready - now, 0))
      end
    end
  end
end
-- Slots that nobody can claim any more.
if head[4] > 0 and now >= head[4] then
  head[4] = 0
  for i = 1, #pools do free(pools[i], missing(pools[i]), 0, 0) end
end

local response = { number, head[2], now, 0, 0 }
local known = members[id]
local late = known and number <= known[1]
local is_here = known and epoch == head[2] and seen >= known[6]
local admitted = is_here
if late then
  response[1] = 0
elseif not is_here then
  local holds = false
  for i = 1, #said do holds = holds or said[i][3] > said[i][4] end
  admitted = not holds or (epoch ~= head[2] and not stale and now < head[4])
  if admitted then
    if known then
      for i = 1, #pools do
        local pool, part = pools[i], known[5][i]
        leave(pool, part)
        pool[3] = pool[3] - held(part)
        for j = 1, #part[8] do free(pool, part[8][j][1], part[8][j][2], part[8][j][3]) end
        if head[4] == 0 then
          local claimed = max(held(part) - count(part[8]), 0)
          local rest = lease + transit + pool[2]
          free(pool, max(claimed - max(said[i][3] - said[i][4], 0), 0), now + slack + rest, rest)
        end
      end
    else
      head[5] = head[5] + 1
    end
    local parts = {}
    for i = 1, #said do
      parts[i] = { said[i][3], said[i][4], 0, 0, 1, 1, 0, {}, {}, known and known[5][i][10] or 0 }
      pools[i][3] = pools[i][3] + held(parts[i])
    end
    if not known then
      -- No end in the set may be later than the one that holds.
      redis.call('ZADD', ends, now, id)
      if head[7] == 0 then head[7] = now end
      if head[5] == 1 then head[6] = 0 end
    end
    known = { 0, 0, now, transit, parts, now }
    members[id] = known
  end
end

local called = {}
local function call(of)
  for i = 1, #called do
    if called[i] == of then return end
  end
  called[#called + 1] = of
end
response[4] = head[5]
if admitted and not late then
  local passed = now - known[3]
  known[1], known[3], known[4] = number, now, transit
  known[2] = now + slack + (goodbye and 0 or lease)
  changed[id] = true
  for i = 1, #said do
    local pool, part, one = pools[i], known[5][i], said[i]
    if is_here then
      local more = min(max(one[4] - part[2], 0), held(part))
      pool[3] = pool[3] - more
      part[2] = part[2] + more
      local back = last(one[7], more)
      for j = 1, #back do free(pool, back[j][1], now + slack + back[j][2], back[j][2]) end
      -- Gifts that the process has heard of.
      local heard = max(count(part[8]) - max(part[1] - one[3], 0), 0)
      take(part[8], {}, heard)
    end
    part[9] = {}
    for j = 1, #one[8] do
      if one[8][j][2] > lease then part[9][#part[9] + 1] = { one[8][j][1], now + slack + one[8][j][2] } end
    end
  end
  for i = 1, #said do
    local pool, part, one = pools[i], known[5][i], said[i]
    -- Of two versions of a limit the stricter one holds.
    pool[2] = max(pool[2], one[2])
    if one[1] < pool[1] then
      pool[1] = one[1]
      take(pool[6], {}, max(pool[3] + count(pool[6]) - one[1], 0))
    end
    -- What it could use.
    local due_turn = turn * one[6]
    if part[5] ~= 1 then
      local some = min(passed, 4 * renewal)
      local due = floor(max(pool[1] - pool[4], 0) * some / max(pool[5], 1))
      part[7] = max(min(part[7] + due - useful(part) * some, 4 * due_turn), -4 * due_turn)
    end
    leave(pool, part)
    part[3], part[4] = min(one[5], pool[1]), min(max(one[6], 1), pool[1])
    if part[3] * (pool[5] + 1) <= max(pool[1] - pool[4], 0) then
      part[5], part[6], part[7] = 1, 1, 0
      pool[4] = pool[4] + part[3]
    else
      part[5] = 0
      pool[5] = pool[5] + 1
      if part[7] >= due_turn then
        part[6] = 1
      elseif part[7] <= -due_turn then
        part[6] = 0
      end
    end
    -- Those who wait, and then the process that speaks.
    ripen(pool[6])
    for _ = 1, 4 do
      if pool[7] == 0 or not pool[6][1] then break end
      local first = redis.call('LINDEX', queue_of(i), 0)
      local full, theirs = true, nil
      if first == id then
        theirs = part
        local wanted = max(target(pool, part) - held(part), 0)
        full = give(pool, part, wanted) == wanted
      else
        local other = first and member(first)
        theirs = other and other[5][i]
        if other and other[2] > now then
          local wanted = max(target(pool, theirs) - held(theirs), 0)
          if wanted > 0 then call(first) end
          full = give(pool, theirs, wanted) == wanted
        end
        if other then changed[first] = true end
      end
      if full then
        redis.call('LPOP', queue_of(i))
        pool[7] = pool[7] - 1
        if theirs then theirs[10] = 0 end
      end
    end
    if pool[7] == 0 then give(pool, part, max(part[3] - held(part), 0)) end
    if target(pool, part) > held(part) then
      if part[10] == 0 then
        part[10] = 1
        pool[7] = pool[7] + 1
        redis.call('RPUSH', queue_of(i), id)
        if pool[7] == 1 then redis.call('PEXPIRE', queue_of(i), kept_for) end
      end
    else
      forget(i, id, part)
    end
    -- What it keeps.
    local keep = pool[1]
    if pool[7] > part[10] then
      keep = target(pool, part)
      -- What is of no use to it alone may be of use to the first in line.
      local use = useful(part)
      if use < keep and (part[10] == 0 or redis.call('LINDEX', queue_of(i), 0) ~= id) then keep = use end
    end
    response[#response + 1] = part[1]
    response[#response + 1] = part[2]
    response[#response + 1] = keep
    response[#response + 1] = #part[8]
    for j = 1, #part[8] do
      local gift = part[8][j]
      response[#response + 1] = gift[1]
      response[#response + 1] = min(max(gift[2] - now, 0), gift[3])
    end
  end
  response[5] = #said
  local empty = goodbye
  for i = 1, #said do empty = empty and held(known[5][i]) == 0 end
  if empty then
    for i = 1, #said do
      leave(pools[i], known[5][i])
      forget(i, id, known[5][i])
    end
    head[5] = head[5] - 1
    changed[id] = nil
    redis.call('HDEL', key, 'm' .. id)
    redis.call('ZREM', ends, id)
  elseif goodbye then
    -- Its lease ends sooner than it did.
    redis.call('ZADD', ends, known[2], id)
    head[7] = min(head[7], known[2])
  end
end

-- Once a minute is enough.
local expires = head[6] == 0 or now >= head[6] + 600000
if expires then head[6] = now end
local written = { 'h', cmsgpack.pack(head) }
for i = 1, #pools do
  written[#written + 1] = 'p' .. i
  written[#written + 1] = cmsgpack.pack(pools[i])
end
for of in pairs(changed) do
  written[#written + 1] = 'm' .. of
  written[#written + 1] = cmsgpack.pack(members[of])
end
redis.call('HSET', key, unpack(written))
if expires then
  redis.call('PEXPIRE', key, kept_for)
  redis.call('PEXPIRE', ends, kept_for)
  for i = 1, #pools do redis.call('PEXPIRE', queue_of(i), kept_for) end
end
for i = 1, #called do redis.call('PUBLISH', channel .. string.sub(called[i], 1, 16), key) end
return response
