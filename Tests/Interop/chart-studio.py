#!/usr/bin/env python3
"""Uses the Python package chart-studio against the double of the service, to show that the double is faithful.

Usage: chart-studio.py URL     (with a Python that has chart-studio 1.1.0 and plotly 5)
Ends with 0 if everything is as the package expects it.
"""
import os
import sys
import tempfile

os.environ["PLOTLY_DIR"] = tempfile.mkdtemp()
import chart_studio.session
from chart_studio import exceptions
from chart_studio.api import v2
from chart_studio.grid_objs import Column, Grid
from chart_studio.plotly import plotly as py

url = sys.argv[1]
chart_studio.session.sign_in("ada", "key-of-ada", plotly_api_domain=url, plotly_domain=url)
done = []


def check(name, condition):
    if not condition:
        sys.exit(f"chart-studio against the double: {name} is not as expected")
    done.append(name)


def refused(name, status, function, *arguments, **named):
    try:
        function(*arguments, **named)
    except exceptions.PlotlyRequestError as error:
        check(name, error.status_code == status)
    else:
        sys.exit(f"chart-studio against the double: {name} was not refused")


check("users.current", v2.users.current().json()["username"] == "ada")

# Folders.
check("mkdirs", py.file_ops.mkdirs("lab/2024") == 201)
refused("mkdirs again", 400, py.file_ops.mkdirs, "lab/2024")
py.file_ops.ensure_dirs("lab/2024")

# Grids: created, read, extended, deleted.
grid = Grid([Column([1, 2, 3], "time"), Column([4.5, None, "x"], "voltage")])
address = py.grid_ops.upload(grid, "lab/2024/run", world_readable=False, auto_open=False, meta={"operator": "ada"})
check("grid_ops.upload", grid.id.startswith("ada:") and address.startswith(url + "/~ada/"))
check("metadata", v2.grids.retrieve(grid.id).json()["metadata"] == {"operator": "ada"})
py.grid_ops.append_columns([Column([7, 8, 9], "current")], grid=grid)
py.grid_ops.append_rows([[4, 5, 6]], grid=grid)
columns = v2.grids.content(grid.id).json()["cols"]
check("append", columns["time"]["data"] == [1, 2, 3, 4] and columns["current"]["data"] == [7, 8, 9, 6])
again = py.get_grid(address.rstrip("/"))
check("get_grid", [column.name for column in again] == ["time", "voltage", "current"] and again[0].id == grid[0].id)
uid = grid[0].id.split(":")[2]
v2.grids.col_update(grid.id, uid, {"cols": [{"name": "time", "data": [0]}]})
check("col_update", v2.grids.col_retrieve(grid.id, uid).json()["cols"]["time"] == {"uid": uid, "order": 0, "data": [0]})
refused("same name", 400, v2.grids.create, {"data": {"cols": {"a": {"data": [], "order": 0}}}, "filename": "run", "parent_path": "lab/2024"})

# Plots: created, updated, read with their data.
figure = {"data": [{"type": "scatter", "x": ["a", "b"], "y": [1, 2], "marker": {"size": [3, 4]}}], "layout": {"title": {"text": "t"}}}
plot = py.plot(figure, filename="lab/2024/iv", sharing="private", auto_open=False)
fid = "ada:" + plot.rstrip("/").split("/")[-1]
content = v2.plots.content(fid).json()
check("references", content["data"][0]["xsrc"].count(":") == 2 and "x" not in content["data"][0])
read = py.get_figure(plot.rstrip("/"), raw=True)
check("get_figure", read["data"][0]["x"] == ["a", "b"] and read["data"][0]["marker"]["size"] == [3, 4])
figure["data"][0]["y"] = [5, 6]
check("update", py.plot(figure, filename="lab/2024/iv", sharing="private", auto_open=False) == plot)
check("updated", py.get_figure(plot.rstrip("/"), raw=True)["data"][0]["y"] == [5, 6])
secret = py.plot(figure, filename="hidden", sharing="secret", auto_open=False)
check("secret", "?share_key=" in secret)
refused("raw data", 400, v2.plots.create, {"figure": {"data": [{"y": [1, 2, 3]}]}})
refused("no figure", 400, v2.plots.create, {})

# Pictures.
check("image", py.image.get(figure, format="png")[:1] == b"\x89")

# Files: found, renamed, trashed, restored, deleted.
check("lookup", v2.files.lookup("lab/2024/iv").json()["fid"] == fid)
refused("lookup of nothing", 404, v2.files.lookup, "lab/none")
check("rename", v2.files.update(fid, {"filename": "iv2"}).json()["filename"] == "iv2")
refused("deletion of a live file", 400, v2.files.permanent_delete, fid)
v2.plots.trash(fid)
check("trash", v2.files.retrieve(fid).json()["deleted"] is True)
v2.plots.restore(fid)
v2.plots.trash(fid)
v2.plots.permanent_delete(fid)
refused("a deleted plot", 404, v2.files.retrieve, fid)
py.grid_ops.delete(grid)
refused("a deleted grid", 404, v2.grids.retrieve, grid.id)
v2.folders.trash(v2.files.lookup("lab").json()["fid"])
refused("a trashed folder", 404, v2.folders.lookup, "lab/2024")

# The wrong key.
chart_studio.session.sign_in("ada", "wrong", plotly_api_domain=url, plotly_domain=url)
refused("wrong key", 401, v2.users.current)
print(f"chart-studio {len(done)} checks against the double: all as expected")
