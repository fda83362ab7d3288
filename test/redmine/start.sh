#!/usr/bin/env bash
# Starts a real Redmine on loopback with a database of its own. Needs Debian, root and a package mirror; installing takes 20 to 30 s, once.
# usage: start.sh PORT FOLDER — prints "API_KEY FIELD_ID"; the server's process id is in FOLDER/pid.
set -euo pipefail
port=$1 folder=$2 redmine=/usr/share/redmine
export DEBIAN_FRONTEND=noninteractive

if [ ! -d "$redmine" ] || [ ! -f /var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default ]; then
  apt-get update -qq >&2
  apt-get install -y -qq --no-install-recommends redmine redmine-sqlite ruby-webrick >&2
fi
# Debian ships no application server with it.
if [ ! -f "$redmine/Gemfile.local" ]; then
  echo "gem 'webrick'" >"$redmine/Gemfile.local"
  (cd "$redmine" && bundle lock --local >&2)
fi
install -d -o www-data "$redmine/tmp"

# The database that the package has migrated and filled, copied, so that every run begins alike.
cp /var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default "$folder/db.sqlite"
cat >"$folder/seed.rb" <<'RUBY'
Setting.rest_api_enabled = '1'
Setting.login_required = '1'
admin = User.find_by_login('admin')
admin.must_change_passwd = false
admin.save!(validate: false)
Project.create!(name: 'Shop', identifier: 'shop', trackers: Tracker.all)
field = IssueCustomField.create!(name: 'Customer', field_format: 'string', is_for_all: true, is_filter: true, searchable: true, trackers: Tracker.all)
puts "#{admin.api_key} #{field.id}"
RUBY
chown -R www-data "$folder"
chmod 755 "$folder"

as_redmine() {
  (cd "$redmine" && runuser -u www-data -- env HOME="$folder" RAILS_ENV=production X_DEBIAN_SITEID=default \
    DATABASE_URL="sqlite3:$folder/db.sqlite" "$@")
}
as_redmine bin/rails runner "$folder/seed.rb" 2>"$folder/seed.log" | tail -1
as_redmine setsid bin/rails server -u webrick -b 127.0.0.1 -p "$port" -P "$folder/pid" >"$folder/log" 2>&1 &
for _ in $(seq 1 160); do
  curl -sf -o /dev/null "http://127.0.0.1:$port/login" && exit 0
  sleep 0.25
done
echo "Redmine did not start:" >&2
tail -20 "$folder/log" >&2
exit 1
