# Runs one service and ends it when the program that asked for it is gone, however that ended
# (Law 8).
# sh -c "$(cat keeper.sh)" keeper SIGNAL GRACE_SECONDS COMMAND [ARGUMENT...]
#   stdin   a pipe that the asking program holds open and never writes to; its end means: stop
#   stdout  one line, the pid of the service
#   fd 3    where the service writes
# PARENT_PID is set for the service, so that one of ours notices when the keeper itself is killed.
# A shell and not Node, so that it costs 1 MB and runs as any user, from source and from dist alike.
signal=$1 grace=$2
shift 2
exec 4<&0
PARENT_PID=$$ "$@" </dev/null >&3 2>&3 3>&- 4<&- &
service=$!
echo "$service"
exec >/dev/null 3>&-
trap 'kill -s "$signal" "$service" 2>/dev/null' TERM INT HUP
(
  trap - TERM INT HUP
  while read -r line <&4; do :; done
  kill -s "$signal" "$service" 2>/dev/null
  while [ "$grace" -gt 0 ] && kill -0 "$service" 2>/dev/null; do
    sleep 1
    grace=$((grace - 1))
  done
  kill -s KILL "$service" 2>/dev/null
) 2>/dev/null &
watcher=$!
exec 4<&-
wait "$service"
code=$?
# A signal to the keeper ends `wait` early; the service may still be finishing.
while kill -0 "$service" 2>/dev/null; do
  wait "$service"
  code=$?
done
kill "$watcher" 2>/dev/null
exit "$code"
