-- What is known of each process that shares a meter: its name and, as whole numbers, for how long it has not spoken, and of each
-- pool how many slots it holds and how many it could use. The records are those of `shares.lua`.
local got, now, known = redis.call('HGETALL', KEYS[1]), 0, {}
for i = 1, #got, 2 do
  if got[i] == 'h' then now = cmsgpack.unpack(got[i + 1])[3] end
end
for i = 1, #got, 2 do
  if string.sub(got[i], 1, 1) == 'm' then
    local member = cmsgpack.unpack(got[i + 1])
    local row = { now - member[3] }
    for j = 1, #member[5] do
      local part = member[5][j]
      row[#row + 1] = math.max(part[1] - part[2], 0)
      row[#row + 1] = part[3]
    end
    known[#known + 1] = { string.sub(got[i], 2), row }
  end
end
return known
